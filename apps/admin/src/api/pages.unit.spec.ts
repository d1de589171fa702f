import { beforeEach, describe, expect, it } from '@jest/globals';
import { CursorBook, type ListKey } from './cursors.js';
import { type PageRequest, fetchPage, pageSizeMax } from './pages.js';
import type { Connection } from './connection.js';

/** A list of numbers as the API serves lists: a part after a cursor, which is the number before it. */
class NumberList {
  readonly requests: PageRequest[] = [];

  constructor(private readonly length: number) {}

  readonly fetch = (request: PageRequest): Promise<Connection<number>> => {
    this.requests.push(request);
    if (request.first > pageSizeMax) throw new Error(`The API gives no ${String(request.first)} at once.`);
    const start = request.after === null ? 1 : Number(request.after) + 1;
    const end = Math.min(this.length, start + request.first - 1);
    const nodes = Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => start + index);
    return Promise.resolve({
      nodes,
      pageInfo: { hasNextPage: end < this.length, endCursor: nodes.length > 0 ? String(end) : null },
      totalCount: this.length,
      totalIsExact: true,
      position: '1',
    });
  };
}

const list: ListKey = { resource: 'claims', filter: {}, sort: null, asOf: null, commandsSent: 0, perPage: 25 };

describe('a page of a list that is read by cursors', () => {
  let book: CursorBook;

  beforeEach(() => {
    book = new CursorBook();
  });

  const page = async (numbers: NumberList, number: number, key = list) =>
    (await fetchPage(book, key, number, numbers.fetch))?.nodes ?? null;

  it('begins where the one before ended, with one request each', async () => {
    const numbers = new NumberList(60);
    expect((await page(numbers, 1))?.at(-1)).toBe(25);
    expect((await page(numbers, 2))?.[0]).toBe(26);
    expect(await page(numbers, 3)).toHaveLength(10);
    expect(numbers.requests).toHaveLength(3);
  });

  it('is found when a link leads straight to it, in strides as long as the API allows', async () => {
    const numbers = new NumberList(1000);
    expect((await page(numbers, 11))?.[0]).toBe(251);
    expect(numbers.requests.map((request) => request.first)).toEqual([100, 100, 50, 25]);
  });

  it('goes back without reading anew what lies before', async () => {
    const numbers = new NumberList(1000);
    await page(numbers, 11);
    numbers.requests.length = 0;
    expect((await page(numbers, 9))?.[0]).toBe(201);
    expect(numbers.requests).toHaveLength(1);
  });

  it('is none when the list ends before it', async () => {
    expect(await page(new NumberList(30), 5)).toBeNull();
  });

  it('has a beginning of its own under every filter', async () => {
    await page(new NumberList(100), 1);
    const held = new NumberList(40);
    expect((await page(held, 2, { ...list, filter: { held: true } }))?.[0]).toBe(26);
    expect(held.requests.map((request) => request.after)).toEqual([null, '25']);
  });
});
