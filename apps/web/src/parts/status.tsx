import { useTranslation } from 'react-i18next';
import type { RegisterRow } from '#register/register.types.js';
import { cutAt, markOf, timeText } from '../words.js';

/** "● quá hạn 3 ngày làm việc": never by colour alone. */
export function Status({ row }: { row: RegisterRow }) {
  const { t } = useTranslation();
  const { shape, tone } = markOf(row);
  return (
    <span className={`status ${tone}`}>
      <span className="shape" aria-hidden="true">
        {shape}
      </span>{' '}
      {timeText(row, t)}
    </span>
  );
}

export function Marked({ text, searched }: { text: string; searched: string }) {
  return cutAt(text, searched).map((part, i) => (part.found ? <mark key={i}>{part.text}</mark> : part.text));
}
