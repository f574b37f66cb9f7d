/** Vietnamese first, English complete. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './i18n/en.json';
import vi from './i18n/vi.json';
import { recall, remember } from './memory.js';

export type Language = 'vi' | 'en';

const asked = new URLSearchParams(location.search).get('lang') ?? recall('language');

void i18next.use(initReactI18next).init({
  resources: { vi: { translation: vi }, en: { translation: en } },
  lng: asked === 'en' ? 'en' : 'vi',
  initAsync: false,
  interpolation: { escapeValue: false },
});
document.documentElement.lang = i18next.language;

export function speak(language: Language): void {
  remember('language', language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
