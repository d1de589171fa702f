import {
  accountStream,
  assignmentStream,
  claimStream,
  commentsStream,
  contestantsOf,
  contactStream,
  correctionStream,
  delegationStream,
  enterpriseStream,
  entitlementStream,
  EventFormatError,
  findRound,
  entriesAmong,
  evidenceStream,
  evolveEvidence,
  foldAssignee,
  foldClaim,
  foldComments,
  foldCorrection,
  foldDelegations,
  foldEnterprise,
  foldRecognitionList,
  foldRecusals,
  foldRegistrations,
  foldRounds,
  formerOf,
  holderOf,
  initialEvidence,
  kindsUnderNumber,
  listsNamed,
  matterOf,
  NO_ENTRIES,
  parseAssignmentEvent,
  parseClaimEvent,
  parseClaimId,
  parseCommentEvent,
  parseCorrectionEvent,
  parseDelegationEvent,
  parseEnterpriseEvent,
  parseEvidenceEvent,
  parseRecognitionEvent,
  parseRecusalEvent,
  parseRecordedUscc,
  parseRoundEvent,
  paymentStream,
  policyOfRound,
  recognitionStream,
  recusalStream,
  roundsStream,
  uncheckedSellers,
  type Claim,
  type ClaimState,
  type ClaimStatus,
  type Comment,
  type CorrectionState,
  type Delegation,
  type EnterpriseEvent,
  type EnterpriseState,
  type Entitlement,
  type EntryGrounds,
  type Evidence,
  type EvidenceHistory,
  type EvidenceRef,
  type GuardMove,
  type Guards,
  type NamedOfficial,
  type Papers,
  type PlainDate,
  type RecognitionListState,
  type Recusal,
  type RecognitionLists,
  type Round,
  type RoundBook,
  type StatedEvidence,
  type StreamEvents,
} from '@duixian/casework';
import {
  ANY_VERSION,
  type EventStore,
  type Guard,
  type GuardChange,
  type RecordedEvent,
  type SeenStream,
  type StreamAppend,
} from '@duixian/event-store';
import type { Catalogue } from '@duixian/policy';
import {
  foldAccounts,
  foldContacts,
  parseAccountEvent,
  parseContactEvent,
  type Accounts,
  type Contacts,
} from '@duixian/registry';
import { foldOfficial, officialStream, parseOfficialEvent, type Official } from '@duixian/office';
import { foldPayment, parsePaymentEvent, withPayments, type DomainEvent, type PaymentState } from '@duixian/treasury';
import type { PresentNames } from '../enterprise/read/present-names.js';
import { unreadableRecord } from '../graphql/errors.js';
import { lineageOf, seenBy, withOnward, type HolderSources } from '../claim/holders.js';
import { EarlierSpellings } from './earlier-spellings.js';
import { Entitlements } from './entitlements.js';
import { toNewEvent } from './new-event.js';
import type { Registration } from './registration.js';

/**
 * What one decision looks at, read once and fresh. It remembers the versions that it showed, and the append demands
 * that all of them are unchanged, whether the decision writes there or not; where it did not look, any version will do.
 */
export class Records {
  private readonly versions = new Map<string, number>();
  private readonly balances = new Map<string, Guard>();
  private readonly reads = new Map<string, ReturnType<EventStore['readStream']>>();
  private readonly lastPositions = new Map<string, bigint>();
  private latestDay: PlainDate | null = null;
  /** A claim's own events, with when each was recorded. */
  readonly eventsOf = async (claim: string): Promise<readonly RecordedEvent[]> =>
    (await this.read(claimStream(claim))).events;

  constructor(
    private readonly store: EventStore,
    readonly tenant: string,
    private readonly entitlements = new Entitlements(store),
    private readonly spellings = new EarlierSpellings(store),
    private readonly presentNames: PresentNames | null = null,
  ) {}

  /** Day of the latest step on the claims and payments that were read; null when there was none. */
  get lastDay(): PlainDate | null {
    return this.latestDay;
  }

  /** Null when there is none, also for a text that is no claim's number. */
  async claim(id: string): Promise<ClaimState> {
    return parseClaimId(id) === null ? null : this.fold(claimStream(id), parseClaimEvent, this.inOrder(foldClaim));
  }

  /** The same as a step sees it that may follow on payments: who took part in one of them took part in the claim. */
  async claimWithPayments(id: string): Promise<ClaimState> {
    const claim = await this.claim(id);
    const read = (claim?.payments ?? []).map(async (payment) => (await this.payment(payment)) ?? []);
    return withPayments(claim, (await Promise.all(read)).flat());
  }

  /** Who looks after a claim in the office where it lies, and where in the log he was given it; null where nobody does. */
  async assignee(id: string): Promise<(NamedOfficial & { readonly givenAt: bigint }) | null> {
    if (parseClaimId(id) === null) return null;
    const parsed =
      <Event>(parse: (recorded: RecordedEvent) => Event) =>
      (recorded: RecordedEvent) => ({
        at: recorded.position,
        event: parse(recorded),
      });
    const [steps, assigned] = await Promise.all([
      this.fold(claimStream(id), parsed(parseClaimEvent), (events) => events),
      this.fold(assignmentStream(id), parsed(parseAssignmentEvent), (events) => events),
    ]);
    const last = assigned.at(-1);
    if (last === undefined) return null;
    const inOrder = [...steps, ...assigned].sort((a, b) => Number(a.at - b.at));
    const assignee = foldAssignee(inOrder.map(({ event }) => event));
    return assignee && { ...assignee, givenAt: last.at };
  }

  /** What officials said to each other of a claim; nothing for a text that is no claim's number. */
  async comments(claim: string): Promise<readonly Comment[]> {
    return parseClaimId(claim) === null ? [] : this.fold(commentsStream(claim), parseCommentEvent, foldComments);
  }

  /** What an official gave for his absences, by his user id. */
  async delegationsOf(official: string): Promise<readonly Delegation[]> {
    return this.fold(delegationStream(official), parseDelegationEvent, foldDelegations);
  }

  /** In what an official takes no part (回避), by his user id. */
  async recusalsOf(official: string): Promise<readonly Recusal[]> {
    const recusals = await this.fold(recusalStream(official), parseRecusalEvent, foldRecusals);
    return withOnward(recusals, async (uscc) => (await this.enterprise(uscc))?.closure?.successors ?? []);
  }

  /**
   * Code of a claim's enterprise; null when there is no such claim. It never changes, so that the decision does not rest on
   * what else happens to the claim.
   */
  async enterpriseOfClaim(id: string): Promise<string | null> {
    if (parseClaimId(id) === null) return null;
    const [first] = (await this.read(claimStream(id))).events;
    return typeof first?.data.uscc === 'string' ? first.data.uscc : null;
  }

  /** Place in the log of the last event of a claim that was read; null where there is none. */
  claimChangedAt(id: string): bigint | null {
    return this.lastPositions.get(claimStream(id)) ?? null;
  }

  /** Null when it is not registered, also for a text that is no code. */
  async enterprise(text: string): Promise<EnterpriseState> {
    return (await this.registration(text)).enterprise;
  }

  /** The same, with what was proposed to register it from its licence. */
  async registration(text: string): Promise<Registration> {
    const code = parseRecordedUscc(text);
    const fold = (events: readonly EnterpriseEvent[]): Registration => ({
      enterprise: foldEnterprise(events),
      proposals: foldRegistrations(events),
    });
    return code.ok ? this.fold(enterpriseStream(code.uscc), parseEnterpriseEvent, fold) : fold([]);
  }

  /** Of the sellers on invoices whose codes do not check, those that are registered here. */
  async sellersOnRecord(evidence: readonly StatedEvidence[]): Promise<ReadonlySet<string>> {
    return this.registered(uncheckedSellers(evidence));
  }

  /** Of codes, those that are registered here. */
  async registered(codes: readonly string[]): Promise<ReadonlySet<string>> {
    const enterprises = await Promise.all(codes.map((code) => this.enterprise(code)));
    return new Set(codes.filter((_, index) => enterprises[index] !== null));
  }

  async entitlement(uscc: string): Promise<Entitlement> {
    const entitlement = await this.entitlements.read(this.tenant, uscc).catch((error: unknown) => {
      throw error instanceof EventFormatError ? unreadableRecord(entitlementStream(uscc), error) : error;
    });
    this.versions.set(entitlementStream(uscc), entitlement.version);
    return entitlement;
  }

  /** What was proposed for an enterprise's bank account; nothing for one that is unknown. */
  async accounts(uscc: string): Promise<Accounts> {
    return this.fold(accountStream(uscc), parseAccountEvent, foldAccounts);
  }

  /** What was proposed for an enterprise's contact; nothing for one that is unknown. */
  async contacts(uscc: string): Promise<Contacts> {
    return this.fold(contactStream(uscc), parseContactEvent, foldContacts);
  }

  /** Null when there is none. */
  async payment(id: string): Promise<PaymentState> {
    return this.fold(paymentStream(id), parsePaymentEvent, this.inOrder(foldPayment));
  }

  /** The latest correction of an event, by its id; null when none was proposed. */
  async correction(event: string): Promise<CorrectionState> {
    return this.fold(correctionStream(event), parseCorrectionEvent, foldCorrection);
  }

  /** Also for a text that is nobody's id: then nothing ever happened to it. */
  async official(id: string): Promise<Official> {
    return this.fold(officialStream(id), parseOfficialEvent, foldOfficial);
  }

  /** The documents of a claim, as it sees them. */
  async evidence(claim: ClaimState, catalogue: Catalogue): Promise<EvidenceHistory[]> {
    if (claim === null) return [];
    const sources: HolderSources = {
      matterOf: async (id) => {
        const other = await this.claim(id);
        return other === null ? null : matterOf(other, catalogue);
      },
      predecessorsOf: async (uscc) => (await this.enterprise(uscc))?.predecessors ?? [],
      presentNamesOf: async (names) => (await this.presentNames?.of(this.tenant, names)) ?? new Map<string, string>(),
    };
    const seen = async (document: EvidenceRef) => seenBy(claim.uscc, await this.document(document), sources);
    const documents = new Map(claim.evidence.map((document) => [evidenceStream(document), document]));
    return Promise.all([...documents.values()].map(seen));
  }

  /** How far the claims are that contest one of the documents. */
  async contestants(
    claim: ClaimState,
    evidence: readonly Evidence[],
    catalogue: Catalogue,
  ): Promise<ReadonlyMap<string, ClaimStatus>> {
    if (claim === null) return new Map();
    const holder = holderOf(claim, catalogue);
    const others = await this.claims(evidence.flatMap((document) => contestantsOf(document, holder, catalogue)));
    return new Map([...others].map(([id, { status }]) => [id, status]));
  }

  /** What others make of the documents of a claim. */
  async papers(claim: ClaimState, catalogue: Catalogue): Promise<Papers> {
    const evidence = await this.evidence(claim, catalogue);
    return { evidence, statuses: await this.contestants(claim, evidence, catalogue) };
  }

  /** Claims that gave way on one of the documents and were of the same enterprise, or entered by the same clerk. */
  async formerClaims(claim: ClaimState, evidence: readonly EvidenceHistory[]): Promise<ReadonlyMap<string, Claim>> {
    if (claim === null) return new Map();
    return this.claims(evidence.flatMap((document) => formerOf(document, claim.id).map((former) => former.claim)));
  }

  private async claims(ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
    const found = await Promise.all([...new Set(ids)].map((id) => this.claim(id)));
    return new Map(found.flatMap((claim) => (claim === null ? [] : [[claim.id, claim]])));
  }

  /** A list of recognitions by the number of its document; null when nothing was proposed for it. */
  async recognitionList(list: string): Promise<RecognitionListState> {
    return this.fold(recognitionStream(list), parseRecognitionEvent, foldRecognitionList);
  }

  /** Lists by their numbers. */
  async recognitionLists(numbers: readonly string[]): Promise<RecognitionLists> {
    const lists = numbers.map(async (list): Promise<[string, RecognitionListState]> => [
      list,
      await this.recognitionList(list),
    ]);
    return new Map(await Promise.all(lists));
  }

  /** The lists on whose entries a claim rests. */
  async listsOf(claim: ClaimState): Promise<RecognitionLists> {
    return this.recognitionLists([...new Set(entriesAmong(claim?.evidence ?? []).map(({ list }) => list))]);
  }

  /** What the entries are held against that an application names; nothing is read where it names none. */
  async entriesNamed(stated: Parameters<typeof listsNamed>[0], uscc: string): Promise<EntryGrounds> {
    const named = listsNamed(stated);
    if (named.length === 0) return NO_ENTRIES;
    const predecessorsOf = async (each: string) => (await this.enterprise(each))?.predecessors ?? [];
    const code = parseRecordedUscc(uscc);
    const [lists, lineage] = await Promise.all([
      this.recognitionLists(named),
      lineageOf(code.ok ? code.uscc : uscc, { predecessorsOf }),
    ]);
    return { lists, lineage };
  }

  /** The rounds of a document; none for a text that names none. */
  async rounds(policy: string): Promise<RoundBook> {
    return this.fold(roundsStream(policy), parseRoundEvent, foldRounds);
  }

  /** The round in which a claim was submitted, as it is now; null where it has none. */
  async roundOf(claim: ClaimState): Promise<Round | null> {
    const id = claim?.applicationRound?.id ?? null;
    const policy = id === null ? null : policyOfRound(id);
    return id === null || policy === null ? null : findRound(await this.rounds(policy), id);
  }

  /** The decision rests on a stream whose content is kept by the process, as it was at this version. */
  saw(stream: string, version: number): void {
    this.versions.set(stream, version);
  }

  /** Guards of a bank reference under spellings of before. */
  settlementsOf(payer: string, reference: string): Promise<readonly string[]> {
    return this.spellings.settlementsOf(this.tenant, payer, reference);
  }

  /** Balances of guards. Ask for them before the streams that explain them; then those are never the older ones. */
  async guards(accounts: readonly string[]): Promise<Guards> {
    if (accounts.length === 0) return new Map();
    const guards = await this.store.readGuards(this.tenant, accounts);
    for (const [account, guard] of guards) this.balances.set(account, guard);
    return guards;
  }

  /** What of a decision goes to one stream, as the log takes it. */
  appendOf({ stream, events }: StreamEvents<DomainEvent>, newEventId: () => string): StreamAppend {
    return {
      stream,
      expectedVersion: this.versions.get(stream) ?? ANY_VERSION,
      events: events.map((event) => toNewEvent(event, newEventId())),
    };
  }

  /** The streams that the decision looked at and does not write. */
  seenBeside(written: readonly StreamEvents<DomainEvent>[]): SeenStream[] {
    const streams = new Set(written.map(({ stream }) => stream));
    return [...this.versions].flatMap(([stream, version]) => (streams.has(stream) ? [] : [{ stream, version }]));
  }

  /** @throws Error when the decision depends on a guard that it did not look at. */
  changeOf({ dependsOnVersion, ...change }: GuardMove): GuardChange {
    if (dependsOnVersion === undefined) return change;
    const seen = this.balances.get(change.account);
    if (seen === undefined) throw new Error(`A decision depends on ${change.account}, which was not read for it.`);
    return { ...change, expectedVersion: seen.version };
  }

  /** Folds events, and remembers the latest of their days. */
  private inOrder<Event extends { readonly occurredOn: PlainDate }, State>(
    fold: (events: readonly Event[]) => State,
  ): (events: readonly Event[]) => State {
    return (events) => {
      for (const { occurredOn } of events) {
        if (this.latestDay === null || occurredOn > this.latestDay) this.latestDay = occurredOn;
      }
      return fold(events);
    };
  }

  private async document(ref: EvidenceRef): Promise<EvidenceHistory> {
    const parse = (recorded: RecordedEvent) => ({ at: recorded.position, event: parseEvidenceEvent(recorded) });
    const kinds = kindsUnderNumber(ref);
    const names = await Promise.all(
      kinds.map((kind) => this.spellings.streamsOf(this.tenant, { kind, number: ref.number })),
    );
    const streams = names.flat();
    const found = await Promise.all(streams.map((stream) => this.fold(stream, parse, (events) => events)));
    const inOrder = found.flat().sort((a, b) => Number(a.at - b.at));
    return inOrder.map(({ event }) => event).reduce(evolveEvidence, initialEvidence(ref));
  }

  /** Each stream is read once, so that all who ask see the same. */
  private read(stream: string): ReturnType<EventStore['readStream']> {
    const known = this.reads.get(stream);
    if (known !== undefined) return known;
    const read = this.store.readStream(this.tenant, stream);
    this.reads.set(stream, read);
    return read;
  }

  /**
   * What follows from a stream. A record that cannot be read is nobody's to decide on, and no other record's concern.
   *
   * @throws GraphQLError `RECORD_UNREADABLE`.
   */
  async fold<Event, State>(
    stream: string,
    parse: (recorded: RecordedEvent) => Event,
    fold: (events: readonly Event[]) => State,
  ): Promise<State> {
    const { version, events } = await this.read(stream);
    this.versions.set(stream, version);
    const last = events.at(-1);
    if (last !== undefined) this.lastPositions.set(stream, last.position);
    try {
      return fold(events.map(parse));
    } catch (error) {
      throw unreadableRecord(stream, error);
    }
  }
}
