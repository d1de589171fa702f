import type { CaseworkEvent, Decision } from '@duixian/casework';
import type { RegistryEvent } from '@duixian/registry';
import type { PaymentEvent } from './payment-event.js';

/** Every event of the domain: a claim's, its payments', and those of where the money goes. */
export type DomainEvent = CaseworkEvent | RegistryEvent | PaymentEvent;

/** What a decision of the treasury brings about: events of payments, of their claim and of the entitlement. */
export type TreasuryDecision = Decision<DomainEvent>;
