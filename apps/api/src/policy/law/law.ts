import { policyStream, type PlainDate, type PolicyBook } from '@duixian/casework';
import {
  compileCatalogue,
  compileRecorded,
  type Bilingual,
  type Catalogue,
  type Places,
  type Policy,
} from '@duixian/policy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { unreadableRecord } from '../../graphql/errors.js';
import { PolicyBooks } from './policy-books.js';
import { PolicyFolder } from './policy-folder.js';
import { struckOut } from './struck-out.js';
import { Versions } from './versions.js';
import { withLostClauses } from './with-lost-clauses.js';

/** What says by which version a claim is decided. */
export interface Matter {
  readonly measure: string;
  readonly occurredOn: PlainDate;
  /** The version under which it was last submitted. */
  readonly policyVersion: string;
  /** The version that determined it; null before. */
  readonly determination: { readonly policyVersion: string } | null;
}

interface Remembered {
  readonly revision: number;
  readonly today: PlainDate;
  readonly inForce: Catalogue;
  readonly known: Catalogue;
  readonly struckOut: ReadonlyMap<string, PlainDate>;
}

/**
 * The law by which matters are decided: the versions on record, each for its days, and the folder's where nothing was
 * decided yet. Pure but for the books, which follow the log.
 */
@Injectable()
export class Law {
  private readonly versions: Versions;
  private remembered: Remembered | null = null;

  constructor(
    private readonly books: PolicyBooks,
    private readonly folder: PolicyFolder,
    private readonly clock: Clock,
  ) {
    this.versions = new Versions(this.places, this.routes);
  }

  /** The divisions and departments that the documents speak of. */
  get places(): Places {
    return this.folder.catalogue.places;
  }

  /** By which offices claims go, by the policy's id: as the folder has it, for whatever is submitted from now on. */
  private get routes(): Catalogue['routes'] {
    return this.folder.catalogue.routes;
  }

  /** What decides a matter of today, in every city. */
  get inForce(): Catalogue {
    return this.today().inForce;
  }

  /** The same, and every clause that a version on record has and today's has not: for lists, names and ceilings. */
  get known(): Catalogue {
    return this.today().known;
  }

  /** Clauses that decided matters of earlier days and that today's version has no more, each with the last of its days. */
  get struckOut(): ReadonlyMap<string, PlainDate> {
    return this.today().struckOut;
  }

  /** Policies whose folder is gone: their clauses take no new claims. */
  get closed(): ReadonlySet<string> {
    const ids = this.books.tenants().flatMap((tenant) => [...this.books.of(tenant)]);
    const there = this.folder.catalogue;
    return new Set(ids.flatMap(([id, { versions }]) => (versions.length > 0 && !there.policy(id) ? [id] : [])));
  }

  /** What decides a matter of a day in a city. */
  on(tenant: string, day: PlainDate): Catalogue {
    return this.versions.compile(this.policiesOn(tenant, day));
  }

  /**
   * What decides a claim: the version that determined it; before, the one in force on the day of its matter, or, where
   * that has the clause no more, the one under which it was submitted.
   *
   * @throws GraphQLError `RECORD_UNREADABLE` when nobody has any version with the clause.
   */
  ofClaim(tenant: string, claim: Matter | null): Catalogue {
    if (claim === null) return this.known;
    const { measure, occurredOn, policyVersion, determination } = claim;
    const id = policyOf(measure);
    const onItsDay = this.policiesOn(tenant, occurredOn);
    const named = (version: string | undefined): Policy[] | null => {
      const policy = version === undefined ? null : this.version(tenant, id, version);
      return policy === null ? null : [...onItsDay.filter((each) => each.id !== id), policy];
    };
    for (const set of [named(determination?.policyVersion), onItsDay, named(policyVersion)]) {
      const catalogue = set === null ? null : this.versions.compile(set);
      if (catalogue?.measure(measure) !== undefined) return catalogue;
    }
    if (this.known.measure(measure) !== undefined) return this.known;
    throw unreadableRecord(policyStream(id), new Error(`No version with the clause ${measure} is on record.`));
  }

  /** The version of a policy that decides today; null where the city has no such policy. */
  policy(tenant: string, id: string): Policy | null {
    return this.policiesOn(tenant, this.clock.today()).find((policy) => policy.id === id) ?? null;
  }

  /** One version of a policy: on record, or in the folder; null where it is neither. */
  version(tenant: string, id: string, version: string): Policy | null {
    const inFolder = this.folder.catalogue.policy(id);
    return (
      this.versions.policy(this.books.book(tenant, id), id, version) ??
      (inFolder?.version === version ? inFolder : null)
    );
  }

  /** The city's documents on a day, with another version of one of them in its place. */
  withVersion(tenant: string, day: PlainDate, policy: Policy): Catalogue {
    return this.versions.compile([...this.policiesOn(tenant, day).filter(({ id }) => id !== policy.id), policy]);
  }

  /** Why a version cannot stand beside the city's other documents of a day; null when it can. */
  misfit(tenant: string, day: PlainDate, policy: Policy): Bilingual | null {
    const others = this.policiesOn(tenant, day).filter(({ id }) => id !== policy.id);
    const compiled = compileCatalogue([...others, policy], this.places);
    return 'problems' in compiled ? (compiled.problems[0]?.message ?? null) : null;
  }

  /** The documents of a city that decide a matter of a day, in the order of their ids. */
  policiesOn(tenant: string, day: PlainDate): Policy[] {
    const books = this.books.of(tenant);
    const inFolder = this.folder.catalogue.policies.filter((policy) => policy.tenant === tenant);
    const ids = [...new Set([...inFolder.map(({ id }) => id), ...books.keys()])].sort();
    return ids.flatMap((id) => {
      const onRecord = this.onRecord(books.get(id), id, day);
      const policy = onRecord ?? inFolder.find((each) => each.id === id);
      return policy === undefined ? [] : [policy];
    });
  }

  private onRecord(book: PolicyBook | undefined, id: string, day: PlainDate): Policy | null {
    return book === undefined ? null : this.versions.on(book, id, day, null);
  }

  private today(): Remembered {
    const revision = this.books.revision;
    const today = this.clock.today();
    if (this.remembered?.revision === revision && this.remembered.today === today) return this.remembered;
    const inForce = this.tenants().flatMap((tenant) => this.policiesOn(tenant, today));
    const known = inForce.map((policy) => withLostClauses(policy, this.othersOnRecord(policy)));
    this.remembered = {
      revision,
      today,
      inForce: compileRecorded(inForce, this.places, this.routes),
      known: compileRecorded(known, this.places, this.routes),
      struckOut: new Map(inForce.flatMap((policy) => [...this.struckOutOf(policy, today)])),
    };
    return this.remembered;
  }

  private struckOutOf(policy: Policy, today: PlainDate): ReadonlyMap<string, PlainDate> {
    const book = this.books.book(policy.tenant, policy.id);
    return struckOut(policy, book, today, (day) => this.onRecord(book, policy.id, day));
  }

  /** The other versions of a policy on record, the latest first. */
  private othersOnRecord({ tenant, id, version }: Policy): Policy[] {
    const book = this.books.book(tenant, id);
    const others = book.versions.filter((each) => each.version !== version).reverse();
    return others.flatMap((each) => this.versions.policy(book, id, each.version) ?? []);
  }

  private tenants(): string[] {
    return [
      ...new Set([...this.folder.catalogue.policies.map(({ tenant }) => tenant), ...this.books.tenants()]),
    ].sort();
  }
}

/** The policy of a clause by its full name. */
export function policyOf(measure: string): string {
  return measure.split('/', 1)[0] ?? measure;
}
