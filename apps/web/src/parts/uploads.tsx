/** Files on their way to the server: dropped or chosen, with progress; one that broke off is sent again. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { csrfHeader, PREFIX, type Refusal } from '../client.js';

export interface Attached {
  readonly hash: string;
  readonly name: string;
}

interface Upload {
  readonly id: number;
  readonly file: File;
  /** 0 to 1. */
  readonly progress: number;
  readonly hash?: string;
  readonly why?: Refusal | 'broken-off';
}

export function useUploads() {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const next = useRef(0);
  const change = (id: number, how: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...how } : one)));
  const start = (id: number, file: File) =>
    send(file, (progress) => change(id, { progress })).then(
      (hash) => change(id, { hash, progress: 1 }),
      (why: Refusal | 'broken-off') => change(id, { why }),
    );
  return {
    uploads,
    attached: uploads.flatMap(({ hash, file }): Attached[] => (hash ? [{ hash, name: file.name }] : [])),
    unfinished: uploads.some(({ hash }) => hash === undefined),
    add(files: Iterable<File>) {
      for (const file of files) {
        const id = (next.current += 1);
        setUploads((all) => [...all, { id, file, progress: 0 }]);
        void start(id, file);
      }
    },
    again(id: number) {
      const found = uploads.find((one) => one.id === id);
      if (!found) return;
      setUploads((all) => all.map((one) => (one.id === id ? { id, file: one.file, progress: 0 } : one)));
      void start(id, found.file);
    },
    remove: (id: number) => setUploads((all) => all.filter((one) => one.id !== id)),
  };
}

/** XMLHttpRequest, for fetch does not tell how much has gone out. */
function send(file: File, onProgress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${PREFIX}/api/files?name=${encodeURIComponent(file.name)}`);
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total);
    request.onerror = request.onabort = () => reject('broken-off');
    request.onload = () => {
      const { hash } = (request.response ?? {}) as { hash?: string };
      if (request.status < 300 && hash) resolve(hash);
      else reject((request.response as Refusal | null) ?? 'broken-off');
    };
    request.send(file);
  });
}

export function Uploads({ of }: { readonly of: ReturnType<typeof useUploads> }) {
  const { t, i18n } = useTranslation();
  const [over, setOver] = useState(false);
  const whyOf = (why: Refusal | 'broken-off') =>
    why === 'broken-off' ? t('uploadBroken') : i18n.language === 'en' ? why.detailEn : why.detail;
  return (
    <div
      className={over ? 'uploads over' : 'uploads'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        of.add(event.dataTransfer.files);
      }}
    >
      <span className="sub">{t('files')}</span>{' '}
      <label className="choose">
        {t('chooseFiles')}
        <input
          type="file"
          multiple
          onChange={({ target }) => {
            of.add(target.files ?? []);
            target.value = '';
          }}
        />
      </label>{' '}
      <span className="sub">{t('orDrop')}</span>
      <ul>
        {of.uploads.map(({ id, file, progress, hash, why }) => (
          <li key={id} data-state={hash ? 'there' : why ? 'failed' : 'going'}>
            {file.name} {!hash && !why && <progress value={progress} aria-label={file.name} />}
            {hash && <span className="sub">{t('uploaded')}</span>}
            {why && (
              <span className="wrong" role="alert">
                {whyOf(why)}{' '}
                <button type="button" className="link" onClick={() => of.again(id)}>
                  {t('retry')}
                </button>
              </span>
            )}{' '}
            <button
              type="button"
              className="link"
              aria-label={t('removeChosen', { name: file.name })}
              onClick={() => of.remove(id)}
            >
              {t('remove')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
