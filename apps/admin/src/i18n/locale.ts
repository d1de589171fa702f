import { useLocaleState } from 'react-admin';
import type { Bilingual } from '../api/fragments.js';

export type Locale = 'zh' | 'en';

export function asLocale(text: string): Locale {
  return text === 'en' ? 'en' : 'zh';
}

export function useLocale(): Locale {
  const [locale] = useLocaleState();
  return asLocale(locale);
}

/** Gives the function that picks a bilingual sentence's current language. */
export function useBilingual(): (text: Bilingual) => string {
  const locale = useLocale();
  return (text) => text[locale];
}
