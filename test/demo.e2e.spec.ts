import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLAIM_STATUSES, parseUscc } from '@duixian/casework';
import { EventStore, type RecordedEvent } from '@duixian/event-store';
import { isPayable } from '@duixian/policy';
import { readCatalogue } from '@duixian/policy-files';
import { testDatabase } from '@duixian/testing';
import pg from 'pg';
import { DemoFold, type Decided } from './demo-fold.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TENANTS = ['350100', '350200', '350500', '350600'];
const catalogue = readCatalogue();

let databaseUrl: string;
let pool: pg.Pool;
let store: EventStore;
let output: string;
let log: RecordedEvent[];
let fold: DemoFold;

/** One start of the application over the built files, as `npm start` does it. */
class Start {
  output = '';
  private readonly process: ChildProcess;

  constructor() {
    const env = { ...process.env, DATABASE_URL: databaseUrl, DUIXIAN_DEMO: '1', PORT: '0', DUIXIAN_LOG_LEVEL: 'error' };
    this.process = spawn(process.execPath, ['apps/api/dist/main.js'], { cwd: ROOT, env });
    this.process.stdout?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
  }

  async until(text: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (this.output.includes(text)) resolve();
      };
      this.process.stdout?.on('data', look);
      this.process.once('exit', () => reject(new Error(`It ended before it said “${text}”:\n${this.output}`)));
      look();
    });
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill(signal);
    await ended;
  }
}

async function readLog(): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (const tenant of TENANTS) {
    const head = await store.head(tenant);
    for (let after = 0n; after < head;) {
      const batch = await store.readAll(tenant, after, 1000);
      events.push(...batch);
      after = batch.at(-1)?.position ?? head;
    }
  }
  return events;
}

beforeAll(async () => {
  databaseUrl = await testDatabase();
  pool = new pg.Pool({ connectionString: databaseUrl });
  store = new EventStore(pool);
  const killed = new Start();
  await killed.until('Playing the demo');
  await killed.end('SIGKILL');
  const again = new Start();
  await again.until('Duixian is at');
  output = again.output;
  await again.end('SIGTERM');
  log = await readLog();
  fold = new DemoFold(catalogue);
  for (const event of log) fold.apply(event);
}, 300_000);

afterAll(async () => {
  await pool.end();
});

describe('the files of the demo', () => {
  const folder = join(ROOT, 'infra/demo');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.csv'));
  const rows = files.flatMap((file) => {
    const [head = '', ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
    const names = head.split(',');
    return lines.map((line) => new Map(line.split(',').map((cell, index) => [names[index] ?? '', cell])));
  });

  it('hold no code that is wrong, and no enterprise that might be real', () => {
    const codes = rows.flatMap((row) => row.get('统一社会信用代码') ?? []);
    expect(codes.length).toBeGreaterThan(600);
    expect(codes.filter((code) => !parseUscc(code).ok)).toEqual([]);
    const names = rows.flatMap((row) => row.get('企业名称') ?? []);
    expect(names.filter((name) => !name.endsWith('（虚构）'))).toEqual([]);
  });

  it('hold a claim under every payable clause, and at least 400 in all', () => {
    const payable = catalogue.measures().filter((measure) => isPayable(measure.clause));
    const claimed = files.flatMap((file) => /^claims\/(.*)\.csv$/.exec(file)?.[1] ?? []);
    expect(claimed.sort()).toEqual(payable.map((measure) => measure.id).sort());
    expect(new Set(rows.flatMap((row) => row.get('申报编号') ?? [])).size).toBeGreaterThanOrEqual(400);
  });
});

describe('the demo, played after it was killed once', () => {
  it('determines every claim as the command line does, given what was granted at that moment', () => {
    const { decided } = fold;
    expect(decided.length).toBeGreaterThan(400);
    expect(assessed(decided)).toEqual(
      decided.map(({ input, eligible, amount, lines, reasons }) => ({
        id: input.id,
        eligible,
        amount,
        lines,
        reasons,
      })),
    );
  });

  it('never passes a yearly or total cap, a pool or a quota', () => {
    expect(fold.passed).toEqual([]);
    // The fold would have seen it: these are full, and two more firms asked.
    expect(fold.used('xiamen-2023-10/3', 2024)).toBeGreaterThan(960_000_000n);
    expect(fold.places('fuzhou-2026-7/3.2', 2026)).toBe(10);
    expect(fold.places('fuzhou-2026-7/9', 2026)).toBe(6);
  });

  it('shares compute rental equally between city and county, but for an odd fen', () => {
    const shares = fold.sharesOf('quanzhou-2024-7/2', 'jinjiang-2025-6/1.2', '350500');
    expect(shares.length).toBeGreaterThan(10);
    for (const { city, county } of shares) expect([0n, 1n]).toContain(city - county);
  });

  it('shows every status and every reason', () => {
    // Nobody objects in the demo.
    const played = CLAIM_STATUSES.filter((status) => status !== 'objected');
    expect([...new Set(fold.statuses.values())].sort()).toEqual([...played].sort());
    const reasons = new Set(fold.decided.flatMap((each) => each.reasons));
    // A claim of another place is refused at the window, so that finance never sees one.
    expect([...reasons].sort()).toEqual([
      'ALREADY_GRANTED',
      'CONDITION_NOT_MET',
      'ENTERPRISE_TOTAL_CAP',
      'ENTERPRISE_YEAR_CAP',
      'HIGHER_LEVEL_POLICY',
      'ITEM_CAP',
      'OUTSIDE_POLICY_PERIOD',
      'OVERLAP',
      'POOL_LIMIT',
      'QUOTA_EXHAUSTED',
      'SCHEDULE_EXHAUSTED',
    ]);
  });

  it('names file, line and column of what it refuses', () => {
    const codes = [...output.matchAll(/^ {2}([A-Z_]+) {2}claims\/\S+\.csv:\d+ \[[^\]]+\] \S/gm)].map(
      ([, code]) => code,
    );
    expect([...new Set(codes)].sort()).toEqual([
      'BANK_REFERENCE_USED',
      'EVIDENCE_CONTESTED',
      'INVALID_INPUT',
      'PUBLICITY_NOT_OVER',
      'UNKNOWN_ENTERPRISE',
      'WRONG_JURISDICTION',
    ]);
    expect(output).not.toContain('NOT READ');
  });

  it('is not played again', async () => {
    const later = new Start();
    await later.until('Duixian is at');
    await later.end('SIGTERM');
    expect(later.output).not.toContain('demo');
    expect(await readLog()).toHaveLength(log.length);
  }, 60_000);
});

/** What the command line answers to the same cases, in one call. */
function assessed(decided: readonly Decided[]): unknown[] {
  const input = JSON.stringify(decided.map((each) => each.input));
  const options = { cwd: ROOT, input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout } = spawnSync(process.execPath, ['apps/cli/dist/main.js', 'assess', '-'], options);
  expect(status).toBe(0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { id, eligible, amount, lines, reasons } = JSON.parse(line) as Record<string, unknown>;
      return { id, eligible, amount, lines, reasons };
    });
}
