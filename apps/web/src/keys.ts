import { useEffect, useRef } from 'react';

/** Single keys that do something, unless one is writing or a dialog has the keyboard. */
export function useKeys(keys: Readonly<Record<string, () => void>>, inDialog = false): void {
  const present = useRef(keys);
  useEffect(() => {
    present.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target.closest('input, select, textarea, [contenteditable]')) return;
      if (!inDialog && document.querySelector('dialog[open]')) return;
      const act = present.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [inDialog]);
}
