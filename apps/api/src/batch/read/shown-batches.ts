import { batchOfficeRefusal, claimsIn, minutedRefusal, type Batch as Recorded } from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { actorOf } from '../../identity/actor.js';
import { nothingThere } from '../../log/action-at.js';
import { Positions } from '../../log/positions.js';
import { Law } from '../../policy/law/law.js';
import { Policies } from '../../policy/list/policies.js';
import { Batch, BatchEntry, BatchMinutes, type BatchStanding } from './batch.type.js';

export function standingOf({ minutes }: Recorded): BatchStanding {
  return minutes === null ? 'open' : 'decided';
}

/** Batches as GraphQL shows them to somebody. */
@Injectable()
export class ShownBatches {
  constructor(
    private readonly policies: Policies,
    private readonly law: Law,
    private readonly positions: Positions,
  ) {}

  async shown(context: GraphqlContext, batches: readonly Recorded[]): Promise<Batch[]> {
    const user = userOf(context);
    const at = await this.positions.of(user.tenant);
    return batches.map((batch) => {
      const measure = this.law.known.measure(batch.measure);
      const refusal = measure === undefined ? null : batchOfficeRefusal(measure, actorOf(user));
      const why = at.isPast ? nothingThere(at) : (refusal ?? minutedRefusal(batch))?.message;
      return Object.assign(new Batch(), {
        ...{ id: batch.id, name: batch.name, standing: standingOf(batch), recorded: batch },
        measure: this.policies.measureOnRecord(batch.measure),
        openedBy: batch.opened.by.displayName,
        openedOn: batch.opened.on,
        size: claimsIn(batch).length,
        entries: batch.claims.map(toEntry),
        minutes: minutesOf(batch),
        allowed: measure !== undefined && why === undefined,
        refusal: why ?? null,
      });
    });
  }
}

function toEntry({ claim, put, out }: Recorded['claims'][number]): BatchEntry {
  return Object.assign(new BatchEntry(), {
    id: claim,
    putBy: put.by.displayName,
    putOn: put.on,
    out: out === null ? null : { by: out.by.displayName, on: out.on, reason: out.reason },
  });
}

function minutesOf({ minutes }: Recorded): BatchMinutes | null {
  if (minutes === null) return null;
  const { paper, opinion, by, on, claims } = minutes;
  return Object.assign(new BatchMinutes(), { paper, opinion, by: by.displayName, on, claims });
}
