import type { CaseworkEvent, Decision } from '@duixian/casework';
import type { MachineEvent, OfficialEvent } from '@duixian/office';
import type { RegistryEvent } from '@duixian/registry';
import type { PaymentEvent } from './payment-event.js';

/** Every event of the domain: of claims and payments, of where the money goes, and of the accounts of officials and machines. */
export type DomainEvent = CaseworkEvent | MachineEvent | OfficialEvent | RegistryEvent | PaymentEvent;

/** What a decision of the treasury brings about: events of payments, of their claim and of the entitlement. */
export type TreasuryDecision = Decision<DomainEvent>;
