import type { EvidenceRef } from '../evidence/evidence-ref.js';

/** Names of streams. One append may write several. */
export const claimStream = (claim: string): string => `claim-${claim}`;
export const enterpriseStream = (uscc: string): string => `enterprise-${uscc}`;
/** What the enterprise was granted, in the order of the decisions. */
export const entitlementStream = (uscc: string): string => `entitlement-${uscc}`;
export const evidenceStream = ({ kind, number }: EvidenceRef): string => `evidence-${kind}-${number}`;
/** A payment's id is `<claim>-<payer>`: one treasury pays a claim once. */
export const paymentId = (claim: string, payer: string): string => `${claim}-${payer}`;
export const paymentStream = (payment: string): string => `payment-${payment}`;
/** Who of the office where a claim lies looks after it. */
export const assignmentStream = (claim: string): string => `assignment-${claim}`;
/** What officials say to each other of a claim. */
export const commentsStream = (claim: string): string => `comments-${claim}`;
/** The files that were attached to a claim. */
export const filesStream = (claim: string): string => `files-${claim}`;
/** Who stands in for an official while he is away, by the official's user id. */
export const delegationStream = (official: string): string => `delegation-${official}`;
/** In what an official takes no part, by the official's user id. */
export const recusalStream = (official: string): string => `recusal-${official}`;
/** What becomes of the departments of a city and its counties. */
export const departmentsStream = (city: string): string => `departments-${city}`;
/** What is proposed and agreed in place of an event that was recorded wrongly. */
export const correctionStream = (event: string): string => `correction-${event}`;
/** Where the enterprise's money goes: proposals for its bank account, and what was said of them. */
export const accountStream = (uscc: string): string => `account-${uscc}`;
/** Whom to call there: what was changed, masked. */
export const contactStream = (uscc: string): string => `contact-${uscc}`;
/** A list of recognitions, by the number of its document: what was imported, agreed to, revoked. */
export const recognitionStream = (list: string): string => `recognition-${list}`;
/** The versions of a policy: their content, and which of them decides from when. */
export const policyStream = (policy: string): string => `policy-${policy}`;
/** Draws among the claims of a document. */
export const sampleStream = (policy: string): string => `sample-${policy}`;
/** The rounds of a document in which its clauses are claimed. */
export const roundsStream = (policy: string): string => `rounds-${policy}`;
/** The batches of a document in which claims go to the collective decision. */
export const batchesStream = (policy: string): string => `batches-${policy}`;
/** The editions of a register of those who must not be paid, by the register's id. */
export const registerStream = (register: string): string => `register-${register}`;
/** Which parts of an edition's file are read. */
export const editionStream = (edition: string): string => `edition-${edition}`;
/** On which registers an enterprise stands, and what was cleared. */
export const exclusionStream = (uscc: string): string => `exclusion-${uscc}`;
