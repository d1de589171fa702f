/** What a command tells the person. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}
