import type { Fen } from '@duixian/money';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '../graphql/scalars/money.js';

/** The figures of any set of claims; docs/figures.md defines each, and what adds up to what. */
@ObjectType({ isAbstract: true })
export class ClaimFigures {
  @Field(() => Int, { description: 'How many claims (件数), loan limits and withdrawn ones among them.' })
  claims!: number;

  @Field(() => Money, {
    description: 'Claimed (申请): what claims for grants asked for, whatever became of them. Loan limits are apart.',
  })
  requested!: Fen;

  @Field(() => Money, {
    description:
      'Determined and in force (核定有效): grants that were not withdrawn. Equals `reserved`, `paid` and `returned` together. Never to be added to `requested`.',
  })
  determined!: Fen;

  @Field(() => Money, { description: 'Of `determined`: set aside, and not paid yet (已核定未付).' })
  reserved!: Fen;

  @Field(() => Money, { description: 'Of `determined`: confirmed as paid, and not sent back (已付).' })
  paid!: Fen;

  @Field(() => Money, {
    description: 'Of `determined`: sent back by the bank, and not instructed again (退票未重拨).',
  })
  returned!: Fen;

  @Field(() => Money, {
    description:
      'Determined and given up afterwards: withdrawn, or left unpaid by a settlement (核定后撤回、结清未付). No part of `determined`.',
  })
  withdrawn!: Fen;

  @Field(() => Money, { description: 'Loan limits that were asked for (申请贷款额度). No treasury pays them.' })
  loanLimitsRequested!: Fen;

  @Field(() => Money, {
    description:
      'Loan limits determined and in force (核定贷款额度): up to which a bank may lend. Never to be added to money.',
  })
  loanLimits!: Fen;
}
