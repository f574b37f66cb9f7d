import { useParams } from 'react-router';
import { CaseView } from '../parts/case-view.js';

export function CasePage() {
  const { number = '' } = useParams();
  return (
    <article className="case-page">
      <h1>{number}</h1>
      <CaseView number={number} heading="h2" key={number} />
    </article>
  );
}
