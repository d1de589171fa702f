import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { DatabaseNotReady, EventStoreError } from '@duixian/event-store';
import { PolicyProblems } from '@duixian/policy-files';
import ts from 'typescript';
import pg from 'pg';
import { ConfigError } from './config/config.js';
import { DatabaseError } from './database/database.js';
import { exitCodeOf, explain } from './explain.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCES = ['apps/api/src', 'libs/postgres/src', 'libs/event-store/src'];
/** What `explain` takes for a message that a person can act on. */
const EXPECTED = [
  'BackupError',
  'ConfigError',
  'DatabaseError',
  'DatabaseNotReady',
  'PostgresError',
  'StartRefused',
  'SurroundingsError',
];

/** Where an expected error is made whose sentences are written there: what is made of constants holds them elsewhere. */
function makings(): { readonly place: string; readonly says: string }[] {
  return SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .flatMap((file) => makingsIn(join(folder, file))),
  );
}

function makingsIn(file: string): { readonly place: string; readonly says: string }[] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: { place: string; says: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && EXPECTED.includes(node.expression.getText())) {
      const says = (node.arguments ?? []).map((argument) => argument.getText()).join('\n');
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ place: `${file}:${line}`, says });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('what keeps a process from running', () => {
  it('is said in Chinese and in English wherever it is written', () => {
    const all = makings().filter(({ says }) => /['"`]/.test(says));
    expect(all.length).toBeGreaterThan(20);
    const inOneLanguage = all.filter(
      ({ says }) => !/[\u4e00-\u9fff]{4}/.test(says) || !/[a-z]+ [a-z]+ [a-z]+/.test(says),
    );
    expect(inOneLanguage.map(({ place }) => place)).toEqual([]);
  });

  it('ends with 78 where a person has to act, and with 1 and a stack where the software is at fault', () => {
    const refused = new DatabaseNotReady('NOT_MIGRATED', '请升级', 'Migrate it');
    expect([explain(refused), exitCodeOf(refused)]).toEqual(['请升级\nMigrate it', 78]);
    expect(exitCodeOf(new ConfigError(['PORT: 1']))).toBe(78);
    const message = { zh: '没有文件原文', en: 'The text of the document is missing' };
    const unread = new PolicyProblems([{ file: 'a/source.txt', line: 1, column: 1, message }]);
    expect([explain(unread), exitCodeOf(unread)]).toEqual([unread.message, 78]);
    const broken = new EventStoreError('GUARD_BELOW_ZERO', 'A guard fell below zero.');
    expect(explain(broken)).toContain('explain.unit.spec');
    expect(exitCodeOf(broken)).toBe(1);
  });

  it('ends with 75 and without a stack while the database is away, since the next start may find it', () => {
    const starting = new pg.DatabaseError('the database system is starting up', 0, 'error');
    starting.code = '57P03';
    const wrongPassword = new pg.DatabaseError('password authentication failed', 0, 'error');
    wrongPassword.code = '28P01';
    const says = { zh: '数据库没有应答', en: 'The database does not answer' };

    expect(exitCodeOf(new DatabaseError(says, starting))).toBe(75);
    expect(explain(new DatabaseError(says, starting))).toBe('数据库没有应答\nThe database does not answer');
    expect(exitCodeOf(new DatabaseError(says, wrongPassword))).toBe(78);
    const nobody = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
    expect(exitCodeOf(new DatabaseError(says, nobody))).toBe(75);
    const cut = new Error('Connection terminated unexpectedly');
    expect([exitCodeOf(cut), explain(cut)]).toEqual([75, expect.stringMatching(/[\u4e00-\u9fff]{4}/)]);
    expect(explain(cut)).not.toContain('explain.unit.spec');
  });

  it('is said in both languages where the system or the arguments are at fault', () => {
    const full = Object.assign(new Error('ENOSPC: no space left'), { errno: -28, syscall: 'write', code: 'ENOSPC' });
    const unknown = Object.assign(new TypeError("Unknown option '--x'"), { code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' });
    for (const error of [full, unknown]) {
      expect(explain(error)).toMatch(new RegExp(`[\\u4e00-\\u9fff]{4}[^]*${error.message}`));
      expect(exitCodeOf(error)).toBe(78);
    }
  });
});
