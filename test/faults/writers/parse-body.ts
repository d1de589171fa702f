/** A GraphQL answer to one mutation of casework. */
export interface Body {
  readonly data?: Readonly<
    Record<string, { readonly __typename: string; readonly id: string; readonly code: string }>
  > | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

export function parseBody(body: unknown): Body {
  return body as Body;
}
