import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The browser's own dialog: it keeps the keyboard inside, gives it back, and closes on Escape or beside it. */
export function Dialog(props: {
  readonly id: string;
  readonly title: string;
  readonly side?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current!;
    if (!shown.open) shown.showModal();
    return () => shown.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      id={props.id}
      className={props.side ? 'side' : 'middle'}
      aria-labelledby={`${props.id}-title`}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        props.onClose();
      }}
      onClick={({ target }) => target === dialog.current && props.onClose()}
    >
      <div className="panel">
        <div className="head">
          <h2 id={`${props.id}-title`}>{props.title}</h2>
          <button type="button" className="close" onClick={props.onClose} aria-label={t('close')}>
            {'✕'}
          </button>
        </div>
        {props.children}
      </div>
    </dialog>
  );
}
