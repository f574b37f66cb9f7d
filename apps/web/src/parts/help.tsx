import { useTranslation } from 'react-i18next';
import { PREFIX } from '../client.js';
import { Dialog } from './dialog.js';

const KEYS = ['j', 'k', 'o', 'a', 'x', '/', '?', 'Esc'] as const;
const NAMES = {
  j: 'down',
  k: 'up',
  o: 'open',
  a: 'answer',
  x: 'choose',
  '/': 'search',
  '?': 'help',
  Esc: 'close',
} as const;

export function Help({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog id="help" title={t('keysTitle')} onClose={onClose}>
      <dl className="keys">
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`key_${NAMES[key]}`)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`${PREFIX}/api/docs`}>{t('apiDocs')}</a>
      </p>
    </Dialog>
  );
}
