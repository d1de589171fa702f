import { STATUS_NAMES, CLAIM_STATUSES } from '@duixian/casework';
import { fen, formatYuanGrouped } from '@duixian/money';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { sqlFile } from '../database/sql-file.js';
import type { RefusedStep } from '../import/import-player.js';
import { formatProblem, type RowProblem } from '../import/row-problem.js';
import { REASON_TEXTS } from '../policy/assessment/reason-texts.js';
import { DEMO_PASSWORD, type DemoAccount } from './demo-accounts.js';

interface Figure {
  readonly kind: 'status' | 'reason';
  readonly code: string;
  readonly claims: string;
  readonly requested: string;
  readonly amount: string;
}

const FIGURES = sqlFile(import.meta.url, 'demo-figures.sql');
const WITHOUT_CODE = 'the lead department agreed to less, or only a difference was due';

/** What the demo tells whoever started it. */
@Injectable()
export class DemoReport {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  async of(refused: readonly RefusedStep[], problems: readonly RowProblem[]): Promise<string> {
    const { rows } = await this.pool.query<Figure>(FIGURES);
    const sections = [
      'What became of the claims',
      ...table(
        ['', 'claims', 'asked for, yuan', 'paid, yuan'],
        rows.filter((row) => row.kind === 'status').map(statusRow),
      ),
      '',
      'Why less was determined than asked for',
      ...table(['', 'claims', 'less by, yuan', ''], rows.filter((row) => row.kind === 'reason').map(reasonRow)),
      '',
      'Refused, as the files ask for what cannot be',
      ...refused.map((step) => `  ${step.code}  ${formatProblem(step)}`),
      ...problems.map((problem) => `  NOT READ  ${formatProblem(problem)}`),
    ];
    return `${sections.join('\n')}\n`;
  }
}

/** Accounts to begin with, by office; the others are in `users.csv`. */
export function describeAccounts(accounts: readonly DemoAccount[]): string {
  const offices = new Map<string, string[]>();
  for (const { username } of accounts) {
    const [office = '', ...rest] = username.split('-');
    offices.set(office, [...(offices.get(office) ?? []), rest.join('-')]);
  }
  const lines = Array.from(offices, ([office, names]) => `  ${office}-{${names.join(', ')}}`);
  return (
    [`Sign in as one of these, such as quanzhou-window-1, with the password ${DEMO_PASSWORD}`, ...lines].join('\n') +
    '\n'
  );
}

function statusRow({ code, claims, requested, amount }: Figure): string[] {
  const status = CLAIM_STATUSES.find((each) => each === code);
  const name = status === undefined ? code : `${STATUS_NAMES[status].zh} ${STATUS_NAMES[status].en}`;
  return [name, claims, yuan(requested), yuan(amount)];
}

function reasonRow({ code, claims, amount }: Figure): string[] {
  const known = Object.entries(REASON_TEXTS).find(([reason]) => reason === code)?.[1].zh;
  return [known === undefined ? WITHOUT_CODE : `${code} ${known}`, claims, yuan(amount), ''];
}

function yuan(fenText: string): string {
  return formatYuanGrouped(fen(BigInt(fenText)));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))));
  return lines.map((line) => {
    const cells = line.map((cell, column) => {
      const room = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
      return column === 0 ? cell + room : room + cell;
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

/** A Chinese character is two columns wide on a terminal. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
}
