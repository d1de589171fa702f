/** A GraphQL answer to one mutation. */
export interface Answer {
  readonly data: Readonly<Record<string, { readonly __typename: string; readonly id?: string }>>;
  readonly extensions?: { readonly position?: string };
}

export function parseAnswer(text: string): Answer {
  return JSON.parse(text) as Answer;
}
