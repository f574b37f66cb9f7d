/** The language, and light or dark. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choose, theme } from '../theme.js';
import { Languages } from './languages.js';

export function Looks() {
  const { t } = useTranslation();
  const [worn, setWorn] = useState(theme);
  const turn = () => {
    const next = worn === 'dark' ? 'light' : 'dark';
    choose(next);
    setWorn(next);
  };
  return (
    <>
      <Languages />
      <button type="button" className="theme" aria-pressed={worn === 'dark'} onClick={turn}>
        {t('dark')}
      </button>
    </>
  );
}
