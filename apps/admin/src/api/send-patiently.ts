import type { GraphQlClient } from './client.js';
import type { CommandDocument } from './command.js';
import { mayRetry } from './errors.js';
import type { Outcome } from './refusals.js';

const triesMax = 3;

/** Repeats a command whose answer got lost: under its id it takes effect once, and an edit twice is the same edit. */
export async function sendPatiently<Input, Value>(
  client: GraphQlClient,
  document: CommandDocument<Input, Value>,
  input: Input,
): Promise<Outcome<Value>> {
  const variables = document.variablesOf(input);
  for (let tries = 1; ; tries += 1) {
    try {
      return (await client.run(document, variables)).result;
    } catch (error) {
      if (tries === triesMax || !mayRetry(error)) throw error;
    }
  }
}
