import type { GraphQlClient } from './client.js';
import type { CommandIds } from './command-id.js';
import type { CommandDocument } from './command.js';
import { isOutcomeOpen, mayRetry } from './errors.js';
import { type Outcome, outcomeOf } from './refusals.js';

const triesMax = 3;

/**
 * Repeats a command whose answer got lost: under its id it takes effect once. The id is kept for the next time unless
 * the outcome is known.
 */
export async function sendPatiently<Input, Value>(
  client: GraphQlClient,
  document: CommandDocument<Input, Value>,
  input: Input,
  ids: CommandIds,
): Promise<Outcome<Value>> {
  const variables = document.variablesOf(input, ids.of(document.name));
  for (let tries = 1; ; tries += 1) {
    try {
      const { result } = await client.run(document, variables);
      ids.settle(document.name);
      return outcomeOf<Value>(result);
    } catch (error) {
      if (tries < triesMax && mayRetry(error)) continue;
      if (!isOutcomeOpen(error)) ids.settle(document.name);
      throw error;
    }
  }
}
