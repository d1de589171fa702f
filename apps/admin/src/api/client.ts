import { z } from 'zod';
import type { GraphQlDocument } from './graphql.js';
import { ApiError, apiErrorCode } from './errors.js';
import { OwnWrites, ownWritesSchema } from './own-writes.js';

/** Runs operations against the API. The session travels in an httpOnly cookie that scripts never see. */
export interface GraphQlClient {
  /** What was recorded through it. */
  readonly ownWrites: OwnWrites;
  /** How many commands it has sent: what was read before the last of them may be out of date. */
  readonly commandsSent: number;
  /** @throws ApiError when there is no answer; one that there is has the shape that the schema gives it. */
  run<Variables, Data>(
    document: GraphQlDocument<Variables, Data>,
    variables: NoInfer<Variables>,
    signal?: AbortSignal,
  ): Promise<Data>;
}

const extensionsSchema = z.object({
  code: z.string().optional(),
  field: z.string().optional(),
  says: z.object({ zh: z.string(), en: z.string() }).optional(),
});

const answerSchema = z.object({
  data: z.unknown().optional(),
  extensions: ownWritesSchema.optional(),
  errors: z.array(z.object({ message: z.string(), extensions: extensionsSchema.optional() })).optional(),
});

export function createClient(endpoint: string): GraphQlClient {
  const ownWrites = new OwnWrites();
  let commandsSent = 0;
  return {
    ownWrites,
    get commandsSent() {
      return commandsSent;
    },
    async run<Variables, Data>(document: GraphQlDocument<Variables, Data>, variables: Variables, signal?: AbortSignal) {
      if (document.text.startsWith('mutation')) commandsSent += 1;
      const answer = await post(endpoint, { document, variables, ...ownWrites.wish() }, signal);
      ownWrites.note(answer.extensions ?? {});
      const [error] = answer.errors ?? [];
      if (error) {
        const { code, field, says = null } = error.extensions ?? {};
        throw new ApiError(apiErrorCode(code, field), error.message, { says });
      }
      const data = z.custom<Data>(isObject).safeParse(answer.data);
      if (data.success) return data.data;
      throw new ApiError('UNEXPECTED_ANSWER', `${document.name} was answered with neither data nor errors.`);
    },
  };
}

/** What there is has the shape of the document: the API answers by its schema, or with errors. */
function isObject(data: unknown): boolean {
  return typeof data === 'object' && data !== null;
}

interface Asked<Variables, Data> {
  document: GraphQlDocument<Variables, Data>;
  variables: Variables;
  extensions?: { atLeast: string };
}

async function post<Variables, Data>(
  endpoint: string,
  { document, ...asked }: Asked<Variables, Data>,
  signal: AbortSignal | undefined,
) {
  const response = await reach(endpoint, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      // A header that a form on another site cannot send: the API's protection against forged requests asks for it.
      'apollo-require-preflight': 'true',
    },
    body: JSON.stringify({ operationName: document.name, query: document.text, ...asked }),
    ...(signal ? { signal } : {}),
  });
  const answer = answerSchema.safeParse(await response.json().catch(() => null));
  if (answer.success) return answer.data;
  // Not from the API: a proxy before it, or the page of a site in between.
  throw new ApiError('UNREACHABLE', `HTTP ${String(response.status)}`);
}

async function reach(endpoint: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(endpoint, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError('UNREACHABLE', 'The server cannot be reached.', { cause: error });
  }
}
