import { FoldStreams } from '../../log/fold-streams.js';
import { holderAfter, holdingAfter, type HolderRow as StoredHolder } from '../read-model/evidence-table.js';
import {
  asWrittenNow,
  contestantsOf,
  holderOf,
  isEvidenceKind,
  kindsUnderNumber,
  matterOf,
  type ClaimStatus,
  type Evidence,
  type EvidenceHolder,
  type EvidenceRef,
  type Papers,
} from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { RecordedEvent } from '@duixian/event-store';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { PresentNames } from '../../enterprise/read/present-names.js';
import { EnterprisesByUscc } from '../../enterprise/read/enterprises-by-uscc.js';
import { EarlierSpellings } from '../../command/earlier-spellings.js';
import { seenBy } from '../holders.js';
import type { ClaimRow } from '../read-model/claim-row.js';
import { ClaimsById } from './claims-by-id.js';
import { matterOfRow } from './matter-of-row.js';
import { Positions } from '../../log/positions.js';
import { Law } from '../../policy/law/law.js';

interface HolderRow extends EvidenceHolder {
  readonly document: string;
}

// Laterally, so that each document is found by its key: joined, all that the city holds would be read.
const HOLDERS = `
  select d.document, h.*
    from unnest($2::text[]) as d (document)
   cross join lateral (
         select claim, measure, uscc, matter, parties, answered
           from read.evidence_holder_at($1, $3)
          where kind = split_part(d.document, '-', 1)
            and number = substr(d.document, strpos(d.document, '-') + 1)
         offset 0) h
   order by h.claim`;

/** The live claims that rest on a document, by its kind and number. */
@Injectable()
export class EvidenceHolders extends RequestLoader<readonly HolderRow[]> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly streams: FoldStreams,
    private readonly spellings: EarlierSpellings,
    private readonly claims: ClaimsById,
    private readonly enterprises: EnterprisesByUscc,
    private readonly presentNames: PresentNames,
    private readonly law: Law,
    private readonly positions: Positions,
  ) {
    super();
  }

  /** @param claimant enterprise whose claim names the document. */
  async of(context: GraphqlContext, claimant: string, { kind, number }: EvidenceRef): Promise<Evidence> {
    const now = asWrittenNow({ kind, number });
    const keys = kindsUnderNumber(now).map((each) => keyOf({ kind: each, number: now.number }));
    const rows = (await Promise.all(keys.map((key) => this.load(context, key)))).flatMap((found) => found ?? []);
    const byClaim = new Map(rows.map(({ document: _document, ...holder }) => [holder.claim, holder]));
    const holders = [...byClaim.values()];
    return seenBy(
      claimant,
      { kind, number, holders },
      {
        matterOf: async (claim) => {
          const row = await this.claims.load(context, claim);
          return row === null ? null : matterOf(row, this.law.known);
        },
        predecessorsOf: async (uscc) => (await this.enterprises.load(context, uscc))?.predecessors ?? [],
        presentNamesOf: async (names) => {
          const { tenant } = userOf(context);
          return this.presentNames.of(tenant, names, (await this.positions.of(tenant)).position);
        },
      },
    );
  }

  /** How far the claims are that contest one of the documents, as the claim sees them. */
  async contestants(
    context: GraphqlContext,
    claim: ClaimRow,
    evidence: readonly Evidence[],
  ): Promise<ReadonlyMap<string, ClaimStatus>> {
    const catalogue = this.law.ofClaim(claim.tenant, matterOfRow(claim));
    const holder = holderOf(claim, catalogue);
    const others = evidence.flatMap((document) => contestantsOf(document, holder, catalogue));
    const rows = await this.claims.loadMany(context, [...new Set(others)]);
    return new Map(rows.map(({ id, status }) => [id, status]));
  }

  /** What others make of the documents of a claim. */
  async papers(context: GraphqlContext, claim: ClaimRow): Promise<Papers> {
    const evidence = await Promise.all(claim.evidence.map((document) => this.of(context, claim.uscc, document)));
    return { evidence, statuses: await this.contestants(context, claim, evidence) };
  }

  protected async loadAll(
    tenant: string,
    documents: readonly string[],
  ): Promise<ReadonlyMap<string, readonly HolderRow[]>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<HolderRow>({
      name: 'read.evidence-holders',
      text: HOLDERS,
      values: [tenant, documents, position.toString()],
    });
    const holders = new Map<string, HolderRow[]>();
    for (const row of rows) holders.set(row.document, [...(holders.get(row.document) ?? []), row]);
    return holders;
  }

  protected override async foldAll(
    context: GraphqlContext,
    documents: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, readonly HolderRow[] | Error>> {
    const { tenant } = userOf(context);
    const streamsOf = async (document: string): Promise<[string, string[]]> => [
      document,
      await this.spellings.streamsOf(tenant, documentOf(document)),
    ];
    const spelled = await Promise.all(documents.map(streamsOf));
    const streams = [...new Set(spelled.flatMap(([, each]) => each))];
    const folded = await this.streams.by({ tenant, upTo }, streams, (stream) => stream, holdersIn);
    return new Map(spelled.map(([document, each]) => [document, together(each.map((stream) => folded.get(stream)))]));
  }
}

/** A document by kind and number, as it is written now. */
function keyOf(document: EvidenceRef): string {
  const { kind, number } = asWrittenNow(document);
  return `${kind}-${number}`;
}

function documentOf(key: string): EvidenceRef {
  const [kind = '', ...number] = key.split('-');
  if (!isEvidenceKind(kind)) throw new Error(`${key} names no document.`);
  return { kind, number: number.join('-') };
}

function together(found: readonly (readonly HolderRow[] | Error | undefined)[]): readonly HolderRow[] | Error {
  const rows: HolderRow[] = [];
  for (const each of found) {
    if (each instanceof Error) return each;
    rows.push(...(each ?? []));
  }
  return rows;
}

/** By the claim's number, as the table gives them. */
function holdersIn(events: readonly RecordedEvent[]): HolderRow[] {
  const holders = new Map<string, StoredHolder>();
  for (const holding of events.flatMap((event) => holdingAfter(event) ?? [])) {
    const after = holderAfter(holders.get(holding.claim) ?? null, holding);
    if (after === null) holders.delete(holding.claim);
    else holders.set(holding.claim, after);
  }
  return [...holders.values()]
    .map(({ tenant: _tenant, kind, number, ...holder }) => ({ document: `${kind}-${number}`, ...holder }))
    .sort((a, b) => (a.claim < b.claim ? -1 : 1));
}
