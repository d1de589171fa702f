import type { CaseworkEvent, Decision } from '@duixian/casework';
import type { OfficialEvent } from '@duixian/office';
import type { RegistryEvent } from '@duixian/registry';
import type { PaymentEvent } from './payment-event.js';

/** Every event of the domain: a claim's, its payments', those of where the money goes, and of officials' accounts. */
export type DomainEvent = CaseworkEvent | OfficialEvent | RegistryEvent | PaymentEvent;

/** What a decision of the treasury brings about: events of payments, of their claim and of the entitlement. */
export type TreasuryDecision = Decision<DomainEvent>;
