import {
  foldRounds,
  NO_ROUNDS,
  parseRoundEvent,
  policyOfRound,
  roundsStream,
  type Round,
  type RoundBook,
} from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { FoldStreams } from '../../log/fold-streams.js';
import { Positions } from '../../log/positions.js';
import { Law } from '../../policy/law/law.js';

/** The rounds of documents, by the document's id: folded from the log, since there are few. */
@Injectable()
export class RoundFiles extends RequestLoader<RoundBook> {
  constructor(
    private readonly streams: FoldStreams,
    private readonly positions: Positions,
    private readonly law: Law,
  ) {
    super();
  }

  /** Of every document of the user's city, in the order of their ids. */
  async ofCity(context: GraphqlContext): Promise<ReadonlyMap<string, RoundBook>> {
    const { tenant } = userOf(context);
    const policies = this.law.known.policies.filter((policy) => policy.tenant === tenant).map(({ id }) => id);
    const books = policies.map(async (id): Promise<[string, RoundBook]> => [id, await this.book(context, id)]);
    return new Map(await Promise.all(books));
  }

  async book(context: GraphqlContext, policy: string): Promise<RoundBook> {
    return (await this.load(context, policy)) ?? NO_ROUNDS;
  }

  /** Null where there is none. */
  async round(context: GraphqlContext, id: string): Promise<Round | null> {
    const policy = policyOfRound(id);
    const book = policy === null ? NO_ROUNDS : await this.book(context, policy);
    return book.rounds.find((round) => round.id === id) ?? null;
  }

  protected async loadAll(
    tenant: string,
    policies: readonly string[],
  ): Promise<ReadonlyMap<string, RoundBook | Error>> {
    return this.read(tenant, policies, (await this.positions.of(tenant)).position);
  }

  protected override foldAll(
    context: GraphqlContext,
    policies: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, RoundBook | Error>> {
    return this.read(userOf(context).tenant, policies, upTo);
  }

  private read(
    tenant: string,
    policies: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, RoundBook | Error>> {
    return this.streams.by({ tenant, upTo }, policies, roundsStream, (events) =>
      foldRounds(events.map(parseRoundEvent)),
    );
  }
}
