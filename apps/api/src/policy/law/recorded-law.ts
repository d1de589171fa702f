import { policyStream, versionOf, versionOn, type PlainDate, type PolicyBook } from '@duixian/casework';
import { EVENT_COLUMNS, toRecordedEvent, type EventRow } from '@duixian/event-store';
import type { Catalogue, Policy } from '@duixian/policy';
import { readCountryPlaces } from '@duixian/policy-files';
import type pg from 'pg';
import { UPCASTERS } from '../../log/upcasters.js';
import { bookStreams, foldPolicyBook } from './read-books.js';
import { Versions } from './versions.js';

const EVENTS = `select ${EVENT_COLUMNS} from es.event e where e.tenant = $1 and e.stream = $2 order by e.version`;

/** The law of a city as its log tells it, and nothing else. */
export class RecordedLaw {
  private readonly versions = new Versions(readCountryPlaces());

  private constructor(private readonly books: ReadonlyMap<string, PolicyBook>) {}

  static async read(client: pg.ClientBase, tenant: string): Promise<RecordedLaw> {
    const books = new Map<string, PolicyBook>();
    for (const { policy } of (await bookStreams(client)).filter((stream) => stream.tenant === tenant)) {
      const { rows } = await client.query<EventRow>(EVENTS, [tenant, policyStream(policy)]);
      books.set(policy, foldPolicyBook(rows.map((row) => toRecordedEvent(tenant, row, UPCASTERS))));
    }
    return new RecordedLaw(books);
  }

  /**
   * By which something was decided at a position of the log; null where the version that it names is not on record.
   *
   * @throws UnreadableVersion
   */
  catalogueOf(measure: string, day: PlainDate, version: string, asOf: bigint): Catalogue | null {
    const named = measure.slice(0, measure.indexOf('/'));
    const policies: Policy[] = [];
    for (const [id, book] of [...this.books].sort(([a], [b]) => (a < b ? -1 : 1))) {
      // What an earlier release decided, it decided before anything of the policy was on record.
      const decided = id === named ? version : (versionOn(book, day, asOf) ?? book.inForce[0]?.version ?? null);
      const policy = decided === null ? null : this.versions.policy(book, id, decided);
      if (policy !== null) policies.push(policy);
    }
    const book = this.books.get(named);
    return book === undefined || versionOf(book, version) === undefined ? null : this.versions.compile(policies);
  }
}
