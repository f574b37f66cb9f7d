/** The two languages, of which one is spoken. */
import { useTranslation } from 'react-i18next';
import { speak, type Language } from '../i18n.js';

export function Languages() {
  const { t, i18n } = useTranslation();
  return (
    <span className="switches" role="group" aria-label={t('language')}>
      {(['vi', 'en'] as const satisfies Language[]).map((language) => (
        <button
          key={language}
          type="button"
          data-lang={language}
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => speak(language)}
        >
          {t(`language_${language}`)}
        </button>
      ))}
    </span>
  );
}
