import {
  findRound,
  foldRounds,
  parseRoundEvent,
  policyOfRound,
  roundsStream,
  roundStanding,
  type RoundBook,
} from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import { badInput } from '../../graphql/errors.js';
import type { At } from '../../log/at.js';
import { FoldStreams } from '../../log/fold-streams.js';
import { Law } from '../../policy/law/law.js';

/** What lists of claims ask of the rounds of a city. */
@Injectable()
export class CityRounds {
  constructor(
    private readonly streams: FoldStreams,
    private readonly store: EventStore,
    private readonly law: Law,
  ) {}

  /**
   * The id of a round by which a list is narrowed: one that is none would find nothing, and is refused.
   *
   * @throws GraphQLError `BAD_USER_INPUT`
   */
  async check(tenant: string, id: string | null | undefined): Promise<string | null> {
    if (id == null) return null;
    const policy = policyOfRound(id);
    const upTo = await this.store.head(tenant);
    const [book] = policy === null ? [] : await this.books(tenant, upTo, [policy]);
    if (book !== undefined && findRound(book, id) !== null) return id;
    throw badInput('filter.round', {
      zh: `filter.round：没有申报批次“${id}”，请用rounds查询全部批次的编号。`,
      en: `filter.round: there is no round ${id}: the query rounds lists all of them.`,
    });
  }

  /** Ids of the rounds that pay once they are over (期满统一兑付), and are not: nobody determines their claims yet. */
  async notOver(tenant: string, { position, today }: At): Promise<readonly string[]> {
    const policies = this.law.known.policies.filter((policy) => policy.tenant === tenant).map(({ id }) => id);
    const books = await this.books(tenant, position, policies);
    return books
      .flatMap(({ rounds }) => rounds)
      .filter((round) => round.pays === 'at-the-end' && roundStanding(round, today) !== 'closed')
      .map(({ id }) => id);
  }

  /** A book that nobody can read is left out: what rests on it says so itself. */
  private async books(tenant: string, upTo: bigint, policies: readonly string[]): Promise<readonly RoundBook[]> {
    const books = await this.streams.by({ tenant, upTo }, policies, roundsStream, (events) =>
      foldRounds(events.map(parseRoundEvent)),
    );
    return [...books.values()].flatMap((book) => (book instanceof Error ? [] : [book]));
  }
}
