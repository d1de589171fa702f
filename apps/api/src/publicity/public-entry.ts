import type { Fen } from '@duixian/money';
import type { Bilingual } from '@duixian/policy';

/** What the public is shown of one claim (公示): never a contact, a bank account or a person's number. */
export interface PublicEntry {
  /** The claim's number, by which an objection names it. */
  readonly claim: string;
  readonly name: string;
  readonly uscc: string;
  readonly measure: string;
  readonly clause: Bilingual;
  readonly kind: 'grant' | 'loan-limit';
  readonly amount: Fen;
  /** What each treasury pays; empty for a loan limit, which none does. */
  readonly lines: readonly { readonly payer: string; readonly amount: Fen }[];
  /** First and last day. */
  readonly from: string;
  readonly until: string;
  readonly office: string;
  readonly telephone: string | null;
}

/** What is shown in a city on a day, by the log up to a position. The same three always give the same file. */
export interface PublicList {
  readonly city: string;
  readonly cityName: string;
  readonly on: string;
  readonly position: bigint;
  readonly entries: readonly PublicEntry[];
  readonly csv: string;
  /** SHA-256 of the CSV in UTF-8, in hexadecimal. */
  readonly sha256: string;
}
