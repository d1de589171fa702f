import { parseBody, type Body } from './parse-body.js';

/** What a mutation came to, as far as one answer says. */
export type Answer =
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: string }
  /** The request failed with this code; what became of the command depends on it. */
  | { readonly kind: 'failed'; readonly code: string }
  /** No answer came, or one that this system does not give. */
  | { readonly kind: 'silence' };

/** Longer than any of the limits that end a request. */
const ANSWER_MS_MAX = 90_000;

/** Sends one mutation over HTTP. @throws Error when nothing ended the request in a minute and a half. */
export async function send(graphql: string, token: string, mutation: string, input: object): Promise<Answer> {
  try {
    const response = await fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: textOf(mutation), variables: { input } }),
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    });
    return understand(mutation, parseBody(await response.json()));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') throw error;
    return { kind: 'silence' };
  }
}

function understand(mutation: string, { data, errors }: Body): Answer {
  const [error] = errors ?? [];
  if (error !== undefined) return { kind: 'failed', code: error.extensions?.code ?? 'NONE' };
  const answer = data?.[mutation];
  if (answer == null) return { kind: 'silence' };
  const isDone = answer.__typename === 'Claim' || answer.__typename === 'Enterprise';
  return isDone ? { kind: 'done', id: answer.id } : { kind: 'refused', code: answer.code };
}

function textOf(mutation: string): string {
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation Send($input: ${input}!) { ${mutation}(input: $input) {
    __typename ... on Refusal { code } ... on ${mutation === 'registerEnterprise' ? 'Enterprise { id: uscc }' : 'Claim { id }'}
  } }`;
}
