import { cpus, loadavg, totalmem } from 'node:os';
import pg from 'pg';

/** What the figures were measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly postgres: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** Processes that wanted a processor, on average over the last quarter of an hour: what else the machine did. */
  readonly load: number;
}

export async function describeMachine(databaseUrl: string): Promise<Machine> {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    postgres: await postgresVersion(databaseUrl),
    date: new Date().toISOString().slice(0, 10),
    load: Math.round(loadavg()[2] ?? 0),
  };
}

async function postgresVersion(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  return rows[0]?.server_version ?? 'unknown';
}
