import {
  claimStream,
  evolveClaim,
  evolveEntitlement,
  parseClaimEvent,
  parseEntitlementEvent,
  type Claim,
  type ClaimState,
  type Decision,
  type Entitlement,
  type GuardMove,
} from '@duixian/casework';
import { ANY_VERSION, type AppendCommand, type NewEvent } from '@duixian/event-store';
import { evolvePayment, parsePaymentEvent, type DomainEvent, type Payment } from '@duixian/treasury';

/** One claim from its submission on: what is decided on it, collected for one append instead of one for each step. */
export class ClaimFile {
  claim: ClaimState = null;
  readonly payments = new Map<string, Payment>();
  private readonly streams = new Map<string, NewEvent[]>();
  private readonly guards = new Map<string, GuardMove>();

  constructor(
    readonly id: string,
    public entitlement: Entitlement,
  ) {}

  /** @throws Error when the decision is a refusal. */
  record(decision: Decision<DomainEvent>): void {
    if (!decision.ok) throw new Error(`${this.id}: ${decision.refusal.code} ${decision.refusal.message.en}`);
    for (const { stream, events } of decision.streams) for (const event of events) this.add(stream, event);
    for (const move of decision.guards) this.move(move);
  }

  /** @throws Error before the claim is submitted. */
  submitted(): Claim {
    if (this.claim === null) throw new Error(`${this.id} is not submitted.`);
    return this.claim;
  }

  toCommand(tenant: string): AppendCommand {
    return {
      tenant,
      commandId: this.id,
      requestHash: this.id,
      streams: [...this.streams].map(([stream, events]) => ({ stream, expectedVersion: ANY_VERSION, events })),
      guards: [...this.guards.values()],
    };
  }

  private add(stream: string, event: DomainEvent): void {
    const events = this.streams.get(stream) ?? [];
    this.streams.set(stream, events);
    const { data, meta, ...rest } = event;
    events.push({
      ...rest,
      eventId: `${stream}-${events.length + 1}`,
      data,
      meta: { ...meta, actor: { ...meta.actor } },
    });
    if (stream === claimStream(this.id)) this.claim = evolveClaim(this.claim, parseClaimEvent(event));
    else if (stream.startsWith('entitlement-')) {
      this.entitlement = evolveEntitlement(this.entitlement, parseEntitlementEvent(event));
    } else if (stream.startsWith('payment-')) {
      this.payments.set(stream, evolvePayment(this.payments.get(stream) ?? null, parsePaymentEvent(event)));
    }
  }

  /** Several changes of one guard become one; nobody else changes it meanwhile, so versions need no check. */
  private move({ account, ceiling, reserve = 0n, paid = 0n }: GuardMove): void {
    const before = this.guards.get(account);
    const known = ceiling === undefined ? before?.ceiling : ceiling;
    this.guards.set(account, {
      account,
      ...(known === undefined ? {} : { ceiling: known }),
      reserve: (before?.reserve ?? 0n) + reserve,
      paid: (before?.paid ?? 0n) + paid,
    });
  }
}
