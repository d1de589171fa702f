import type { CaseworkEvent, Decision } from '@duixian/casework';
import type { PaymentEvent } from './payment-event.js';

/** Every event of the domain: a claim's and its payments'. */
export type DomainEvent = CaseworkEvent | PaymentEvent;

/** What a decision of the treasury brings about: events of payments, of their claim and of the entitlement. */
export type TreasuryDecision = Decision<DomainEvent>;
