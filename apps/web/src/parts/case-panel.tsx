/** A case beside the list that it was opened from: `?case=KN-2025-00042` in the address. */
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { Dialog } from './dialog.js';
import { Waiting } from './trouble.js';

const CaseView = lazy(async () => ({ default: (await import('./case-view.js')).CaseView }));

export function CasePanel({ number }: { number: string }) {
  const [, setParams] = useSearchParams();
  const close = () =>
    setParams((before) => {
      for (const name of ['case', 'do', 'no']) before.delete(name);
      return before;
    });
  return (
    <Dialog id="case" title={number} side onClose={close}>
      <Suspense fallback={<Waiting />}>
        <CaseView number={number} heading="h3" key={number} />
      </Suspense>
    </Dialog>
  );
}
