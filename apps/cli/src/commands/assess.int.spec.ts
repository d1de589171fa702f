import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { POLICIES_DIR } from '@duixian/policy-files';

import { runCli } from '../run-cli.spec.js';

interface ContractCase {
  id: string;
  expect: Record<string, unknown>;
}

interface Line {
  id: unknown;
  trace?: unknown[];
  error?: { code: string; fact?: string; message: string };
}

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'duixian-cli-'));
});

afterAll(() => rmSync(directory, { recursive: true }));

function linesOf(out: string): Line[] {
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

describe('duixian assess', () => {
  it('ends in peace when its reader has seen enough', async () => {
    const many = JSON.stringify(Array.from({ length: 20_000 }, (_, id) => ({ id })));

    const { status, out, err } = await runCli(['assess', '-'], many, { linesRead: 1 });

    expect(linesOf(`${out.slice(0, out.indexOf('\n'))}\n`)).toMatchObject([{ id: 0 }]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it.each(['file', 'standard input'])('reads a %s that begins with a byte-order mark', async (from) => {
    const content = `\ufeff${JSON.stringify([{ id: 'marked' }])}`;
    const file = join(directory, 'marked.json');
    writeFileSync(file, content);

    const { status, out, err } = await (from === 'file' ? runCli(['assess', file]) : runCli(['assess', '-'], content));

    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(linesOf(out)).toMatchObject([{ id: 'marked' }]);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeff[{"id": "甲"}]', 'utf16le'), 'UTF-16'],
    // 甲 in GB18030: decoded as UTF-8, every firm's sign of the lost character would be one and the same.
    ['GB18030', Buffer.from('5b7b226964223a2022bcd7227d5d', 'hex'), 'GB18030'],
  ])('says of a file in %s that it is not in UTF-8', async (_, bytes, encoding) => {
    const file = join(directory, 'other.json');
    writeFileSync(file, bytes);

    const { status, out, err } = await runCli(['assess', file]);

    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(new RegExp(`^[^\\n]*${encoding}[^\\n]*UTF-8\\n$`));
  });

  it('answers every contract case, in order, one a line', async () => {
    const files = readdirSync(POLICIES_DIR, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('cases.json'),
    );
    const cases = files.flatMap((file) => JSON.parse(readFileSync(join(POLICIES_DIR, file), 'utf8')) as ContractCase[]);
    const file = join(directory, 'cases.json');
    writeFileSync(file, JSON.stringify(cases));

    const { status, out, err } = await runCli(['assess', file]);

    expect({ status, err }).toEqual({ status: 0, err: '' });
    const answers = linesOf(out).map(({ id, trace, error, ...answer }) => {
      if (error === undefined) {
        expect(trace).not.toEqual([]);
        return { id, expect: answer };
      }
      const { message, ...compared } = error;
      expect(message).not.toBe('');
      return { id, expect: { error: compared } };
    });
    expect(answers).toEqual(cases.map(({ id, expect: answer }) => ({ id, expect: answer })));
  });

  it('reads standard input, and goes on after a case that cannot be read', async () => {
    const { status, out } = await runCli(['assess', '-'], '[{"id": 1}, null, {"id": "b", "measure": "x"}]');

    expect(status).toBe(0);
    expect(linesOf(out).map(({ id, error }) => [id, error?.code])).toEqual([
      [1, 'INVALID_CASE'],
      [null, 'INVALID_CASE'],
      ['b', 'INVALID_CASE'],
    ]);
  });

  it('prints nothing for no cases', async () => {
    expect(await runCli(['assess', '-'], '[]')).toEqual({ status: 0, out: '', err: '' });
  });

  it.each([
    ['a file that is not there', ['assess', '/nowhere/cases.json'], ''],
    ['a folder', ['assess', tmpdir()], ''],
    ['an object', ['assess', '-'], '{"id": 1}'],
    ['broken JSON over several lines', ['assess', '-'], '[\n{"id":\n'],
    ['nothing at all', ['assess', '-'], ''],
  ])('ends with status 2 and one line on standard error: %s', async (_, args, input) => {
    const { status, out, err } = await runCli(args, input);

    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^[^\n]+\n$/);
  });
});
