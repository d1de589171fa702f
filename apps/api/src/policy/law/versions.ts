import { versionOf, versionOn, type PlainDate, type PolicyBook } from '@duixian/casework';
import {
  compileRecorded,
  readRecordedPolicy,
  type Catalogue,
  type Places,
  type Policy,
  type RouteTable,
} from '@duixian/policy';
import { LRUCache } from 'lru-cache';

/** Sets of versions kept compiled: those of today and of the days before a change, of each city. */
const CATALOGUES_MAX = 200;

/** A version on record that this release cannot read. */
export class UnreadableVersion extends Error {
  constructor(
    readonly policy: string,
    version: string,
    problem: string,
  ) {
    super(`The version ${version} of ${policy}, which stands on record, cannot be read: ${problem}`);
    this.name = 'UnreadableVersion';
  }
}

/** Reads versions out of books and compiles sets of them, each once. */
export class Versions {
  private readonly read = new Map<string, Policy>();
  private readonly compiled = new LRUCache<string, Catalogue>({ max: CATALOGUES_MAX });

  /** @param routes tables of routes by the policy's id; claims carry those that they were submitted under. */
  constructor(
    private readonly places: Places,
    private readonly routes?: ReadonlyMap<string, RouteTable>,
  ) {}

  /** Null where it is not on record. @throws UnreadableVersion */
  policy(book: PolicyBook, id: string, version: string): Policy | null {
    const known = this.read.get(`${id}@${version}`);
    if (known !== undefined) return known;
    const files = versionOf(book, version);
    if (files === undefined) return null;
    const { yaml, text } = files;
    const loaded = readRecordedPolicy({ folder: id, yaml, text, version });
    if ('problems' in loaded) throw new UnreadableVersion(id, version, loaded.problems[0]?.message.en ?? '');
    this.read.set(`${id}@${version}`, loaded.policy);
    return loaded.policy;
  }

  /** The version that decides a matter of a day, as of a position in the log. */
  on(book: PolicyBook, id: string, day: PlainDate, asOf: bigint | null): Policy | null {
    const version = versionOn(book, day, asOf);
    return version === null ? null : this.policy(book, id, version);
  }

  compile(policies: readonly Policy[]): Catalogue {
    const key = policies.map(({ id, version }) => `${id}@${version}`).join(' ');
    const known = this.compiled.get(key);
    if (known !== undefined) return known;
    const catalogue = compileRecorded(policies, this.places, this.routes);
    this.compiled.set(key, catalogue);
    return catalogue;
  }
}
