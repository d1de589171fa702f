import { Injectable } from '@nestjs/common';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import { ReadModel } from './read-model.js';

/** How long an answer waits for the tables to hold what its sender recorded. */
const WAIT_MS_MAX = 3_000;

/** Waits for the tables, once for all that one request asks of them. */
@Injectable()
export class TablesWait {
  constructor(private readonly readModel: ReadModel) {}

  /** Returns when the tables hold the log up to a position, or the time is up: then the answer says that it is behind. */
  until(context: GraphqlContext, position: bigint): Promise<void> {
    context.awaited ??= this.holds(userOf(context).tenant, position).then((held) => {
      context.isBehind = !held;
    });
    return context.awaited;
  }

  /** Whether the tables of a city hold the log up to a position, in time. */
  holds(tenant: string, position: bigint): Promise<boolean> {
    return this.readModel.holds(tenant, position, WAIT_MS_MAX);
  }
}
