import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { testDatabase } from '@duixian/testing';
import { withClient } from '@duixian/postgres';
import type { EventRow } from '@duixian/event-store';

/** Where the shapes are kept that the next release will have recorded. */
const NEXT = 'next';
const FOLDER = new URL('../../../../test/releases/', import.meta.url);

/** What a release answered to one question of one of its officials. */
export interface Answered {
  readonly as: string;
  readonly query: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event as a release wrote it, with the city it stands in. */
export type WrittenEvent = EventRow & { readonly tenant: string };

/** A database, a log and answers that an earlier release left; see test/releases/README.md. */
export class Release {
  constructor(readonly name: string) {}

  /** Every release that is kept, by name. */
  static all(): Release[] {
    const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return folders.map((folder) => new Release(folder.name)).sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Those of which a database is kept as well. */
  static withDatabase(): Release[] {
    return Release.all().filter((release) => existsSync(release.file('database.sql.gz')));
  }

  static next(): Release {
    return new Release(NEXT);
  }

  get eventsFile(): URL {
    return this.file('events.jsonl');
  }

  /** A database of its own as the release left it; the address is its owner's. */
  async restore(): Promise<string> {
    const url = await testDatabase();
    const sql = gunzipSync(readFileSync(this.file('database.sql.gz'))).toString('utf8');
    await withClient(url, (client) => client.query(sql));
    return url;
  }

  events(): WrittenEvent[] {
    const lines = readFileSync(this.eventsFile, 'utf8').split('\n');
    return lines.filter(Boolean).map((line) => ({ ...(JSON.parse(line) as WrittenEvent), correction: null }));
  }

  /**
   * Puts the documents by which it determined into a folder of policies, in the place of those that are there, and takes out
   * of the cities' files what names the papers of their present clauses.
   */
  putPolicies(folder: string): void {
    cpSync(this.file('policies'), folder, { recursive: true });
    const cities = join(folder, 'cities');
    for (const file of readdirSync(cities)) {
      const text = readFileSync(join(cities, file), 'utf8');
      writeFileSync(join(cities, file), text.replace(/^mayFollow:\n(?: .*\n)*/m, ''));
    }
  }

  answers(): Answered[] {
    return JSON.parse(readFileSync(this.file('expected.json'), 'utf8')) as Answered[];
  }

  private file(name: string): URL {
    return new URL(`${this.name}/${name}`, FOLDER);
  }
}
