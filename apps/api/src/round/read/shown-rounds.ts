import {
  keeperOfRound,
  proposalStanding,
  roundOfficeRefusal,
  roundStanding,
  workingDaysLeft,
  type Actor,
  type PlainDate,
  type Round,
  type RoundBook,
  type RoundProposal as Proposed,
  type RoundTerms,
} from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { Divisions } from '../../division/divisions.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { actorOf } from '../../identity/actor.js';
import { Positions } from '../../log/positions.js';
import { Policies } from '../../policy/list/policies.js';
import { RoundFiles } from './round-files.js';
import { ApplicationRound, DocumentRounds, RoundProposal } from './round.type.js';

/** Rounds as GraphQL shows them to somebody, on the day of the answer. */
@Injectable()
export class ShownRounds {
  constructor(
    private readonly files: RoundFiles,
    private readonly policies: Policies,
    private readonly divisions: Divisions,
    private readonly positions: Positions,
  ) {}

  async document(context: GraphqlContext, policy: string): Promise<DocumentRounds> {
    const book = await this.files.book(context, policy);
    return Object.assign(new DocumentRounds(), {
      policy,
      rounds: await this.rounds(context, book.rounds),
      proposals: await this.proposals(context, book),
    });
  }

  /** The latest first. */
  async rounds(context: GraphqlContext, rounds: readonly Round[]): Promise<ApplicationRound[]> {
    const { actor, today } = await this.viewOf(context);
    return [...rounds]
      .sort((a, b) => (a.opens === b.opens ? 0 : a.opens < b.opens ? 1 : -1))
      .map((round) => this.toRound(round, actor, today));
  }

  /** The newest first. */
  async proposals(context: GraphqlContext, book: RoundBook): Promise<RoundProposal[]> {
    const { actor, today } = await this.viewOf(context);
    return book.proposals.flatMap((proposed) => this.toProposal(proposed, book, actor, today)).reverse();
  }

  private async viewOf(context: GraphqlContext): Promise<{ readonly actor: Actor; readonly today: PlainDate }> {
    const user = userOf(context);
    return { actor: actorOf(user), today: (await this.positions.of(user.tenant)).today };
  }

  private toRound(round: Round, actor: Actor, today: PlainDate): ApplicationRound {
    return Object.assign(new ApplicationRound(), {
      id: round.id,
      ...this.terms(round, actor),
      standing: roundStanding(round, today),
      workingDaysLeft: workingDaysLeft(round, today),
      extensions: round.extensions,
      round,
    });
  }

  private toProposal(proposed: Proposed, book: RoundBook, actor: Actor, today: PlainDate): RoundProposal[] {
    const { proposal, change, proposedBy, answeredBy } = proposed;
    const found = change.kind === 'opening' ? change.terms : book.rounds.find(({ number }) => number === change.number);
    const keeper = keeperOfRound(book, proposed);
    if (found === undefined || keeper === null) return [];
    const { id, proposedOn, opensUntil, answer } = proposal;
    const isExtension = change.kind === 'extension';
    return [
      Object.assign(new RoundProposal(), {
        ...this.terms(isExtension ? { ...found, closes: change.closes } : found, actor),
        ...{ id, proposedOn, opensUntil, isExtension },
        before: isExtension && answer?.kind !== 'agreed' ? found.closes : null,
        reason: isExtension ? change.reason : null,
        standing: proposalStanding(proposal, today),
        proposedBy: proposedBy.displayName,
        isMine: proposedBy.userId === actor.userId,
        answeredBy: answeredBy?.displayName ?? null,
        answeredOn: answer?.on ?? null,
        refusedBecause: answer?.kind === 'refused' ? answer.reason : null,
      }),
    ];
  }

  private terms(terms: RoundTerms, actor: Actor) {
    const { policy, number, name, clauses, opens, closes, occurredFrom, occurredTo, pays, division, department } =
      terms;
    return {
      ...{ policy, number, name, opens, closes, occurredFrom, occurredTo, pays, department },
      measures: clauses.map((clause) => this.policies.measureOnRecord(`${policy}/${clause}`)),
      division: this.divisions.get(division),
      isMyOffice: roundOfficeRefusal(terms, actor) === null,
    };
  }
}
