import {
  asWrittenNow,
  bankReferenceAccount,
  evidenceStream,
  isRespelled,
  normaliseBankReference,
  type EvidenceKind,
  type EvidenceRef,
} from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';

/** Names read at a time; between two pages others are served. */
const PAGE = 5_000;
const BANK_REFERENCE = 'bank-reference:';

/** Names on record, by the name that the same would have today. */
type Names = ReadonlyMap<string, readonly string[]>;

/**
 * What the log knows under a spelling that is not written any more: documents and bank references whose numbers were
 * recorded as they were typed. No version that writes the present shapes adds to them, so that they are read once.
 */
@Injectable()
export class EarlierSpellings {
  private readonly known = new Map<string, Promise<Names>>();

  constructor(private readonly store: EventStore) {}

  /** All streams of a document, under whatever spelling; of an invoice its own. */
  async streamsOf(tenant: string, document: EvidenceRef): Promise<string[]> {
    const { kind } = document;
    // An invoice's number has had its one form since a claim says what stands on it, an entry's ever since.
    if (!isRespelled(kind)) return [evidenceStream(document)];
    const now = evidenceStream(asWrittenNow(document));
    const names = await this.once(`${tenant}/${kind}`, () => this.documents(tenant, kind));
    return [...new Set([evidenceStream(document), now, ...(names.get(now) ?? [])])];
  }

  /** Guards of a bank reference under spellings of before. */
  async settlementsOf(tenant: string, payer: string, reference: string): Promise<readonly string[]> {
    const names = await this.once(`${tenant}/bank`, () => this.settlements(tenant));
    return names.get(bankReferenceAccount(payer, reference)) ?? [];
  }

  private documents(tenant: string, kind: EvidenceKind): Promise<Names> {
    const prefix = evidenceStream({ kind, number: '' });
    return this.respelled(
      (after) => this.store.streamNames(tenant, prefix, after ?? prefix, PAGE),
      (stream) => evidenceStream(asWrittenNow({ kind, number: stream.slice(prefix.length) })),
    );
  }

  private settlements(tenant: string): Promise<Names> {
    return this.respelled(
      (after) => this.store.guardNames(tenant, BANK_REFERENCE, after ?? BANK_REFERENCE, PAGE),
      (account) => {
        const [, payer = '', ...reference] = account.split(':');
        return bankReferenceAccount(payer, normaliseBankReference(reference.join(':')));
      },
    );
  }

  private async respelled(
    pageAfter: (after: string | null) => Promise<readonly string[]>,
    nowOf: (name: string) => string,
  ): Promise<Names> {
    const found = new Map<string, string[]>();
    for (let page = await pageAfter(null); page.length > 0; page = await pageAfter(page.at(-1) ?? null)) {
      for (const name of page) {
        const now = nowOf(name);
        if (now !== name) found.set(now, [...(found.get(now) ?? []), name]);
      }
    }
    return found;
  }

  /** What fails is tried again with the next command. */
  private once(key: string, load: () => Promise<Names>): Promise<Names> {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const loading = load().catch((error: unknown) => {
      this.known.delete(key);
      throw error;
    });
    this.known.set(key, loading);
    return loading;
  }
}
