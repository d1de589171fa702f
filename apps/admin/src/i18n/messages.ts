import { useLocale } from './locale.js';

/** The texts of one part of the screen in both languages, equal in shape: a text missing in one does not compile. */
export interface Messages<Texts> {
  zh: Texts;
  en: Texts;
}

export function defineMessages<Texts>(messages: { zh: Texts; en: NoInfer<Texts> }): Messages<Texts> {
  return messages;
}

export function useMessages<Texts>(messages: Messages<Texts>): Texts {
  return messages[useLocale()];
}
