import { describe, expect, it } from '@jest/globals';
import { buildSchema, execute, parse, type ExecutionResult } from 'graphql';
import { AnswerMeter, metered } from './answer-meter.js';
import { ANSWER_BYTES_MAX, ANSWER_FIELDS_MAX } from './limits.js';

const SDL = 'type Query { rows: [Row!]! later: [Row!]! } type Row { id: ID! text: String data: [String!]! }';

interface Row {
  readonly id: string;
  readonly text: string | Promise<string>;
  readonly data: readonly string[];
}

function rows(count: number, text: () => Row['text'] = () => '', data: readonly string[] = []): Row[] {
  return Array.from({ length: count }, (_, index) => ({ id: String(index), text: text(), data }));
}

async function answer(query: string, found: Row[]): Promise<{ result: ExecutionResult; meter: AnswerMeter }> {
  const meter = new AnswerMeter();
  const rootValue = { rows: found, later: () => Promise.resolve(found) };
  const result = await execute({
    schema: metered(buildSchema(SDL)),
    document: parse(query),
    rootValue,
    contextValue: { meter },
  });
  return { result, meter };
}

function codes({ errors = [] }: ExecutionResult): unknown[] {
  return [...new Set(errors.map(({ extensions }) => extensions.code))];
}

describe('an answer while it is put together', () => {
  it('goes through as long as it is neither large nor long', async () => {
    const { result, meter } = await answer(
      '{ rows { id text data } }',
      rows(1_000, () => 'x'.repeat(1_000), ['a', 'b']),
    );

    expect([result.errors, meter.isFull]).toEqual([undefined, false]);
  });

  it.each(['rows', 'later'])('is stopped at very many fields: %s', async (field) => {
    // Each leaf counts as a field and as its value.
    const { result, meter } = await answer(`{ ${field} { id } }`, rows(ANSWER_FIELDS_MAX / 2 + 1));

    expect([codes(result), meter.isFull]).toEqual([['ANSWER_TOO_LARGE'], true]);
  });

  it.each([
    ['texts', '{ rows { text } }', rows(51, () => 'x'.repeat(ANSWER_BYTES_MAX / 50))],
    ['texts that come later', '{ rows { text } }', rows(51, () => Promise.resolve('x'.repeat(ANSWER_BYTES_MAX / 50)))],
    ['characters of several bytes', '{ rows { text } }', rows(51, () => '兑'.repeat(ANSWER_BYTES_MAX / 150))],
    [
      'lists',
      '{ rows { data } }',
      rows(
        51,
        () => '',
        Array.from({ length: 100 }, () => 'x'.repeat(ANSWER_BYTES_MAX / 5_000)),
      ),
    ],
    ['names of the client', `{ rows { ${'n'.repeat(ANSWER_BYTES_MAX / 50)}: id } }`, rows(51)],
  ])('is stopped at five megabytes, of %s', async (_, query, found) => {
    const { result, meter } = await answer(query, found);

    expect([codes(result), meter.isFull]).toEqual([['ANSWER_TOO_LARGE'], true]);
  });
});
