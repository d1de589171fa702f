import polyglotI18nProvider from 'ra-i18n-polyglot';
import englishMessages from 'ra-language-english';
import { reactAdminZh } from './react-admin-zh.js';

/** React-admin's own texts; those of our screens are typed objects beside the screens (see messages.ts). */
export const i18nProvider = polyglotI18nProvider((locale) => (locale === 'en' ? englishMessages : reactAdminZh), 'zh', [
  { locale: 'zh', name: '中文' },
  { locale: 'en', name: 'English' },
]);
