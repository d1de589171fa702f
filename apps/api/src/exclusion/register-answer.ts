import { findEdition, NO_EDITIONS } from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { Answer } from '../command/answer.js';
import type { Outcome } from '../command/outcome.js';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import {
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
  type Refusal,
} from '../graphql/refusal/refusal.js';
import { Positions } from '../log/positions.js';
import { ListedRows, RegisterBooks } from './read/register-books.js';
import { RegisterEdition, RegisterRow } from './read/register.type.js';
import { toEdition, toRow } from './read/to-register.js';

export const RegisterEditionResult = createUnionType({
  name: 'RegisterEditionResult',
  description: 'The edition as it stands afterwards, or why nothing was recorded.',
  types: () => [RegisterEdition, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export const ClearExclusionResult = createUnionType({
  name: 'ClearExclusionResult',
  description: 'The row as it stands afterwards, or why nothing was recorded.',
  types: () => [RegisterRow, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

/** Answers mutations on registers with what stands after them. */
@Injectable()
export class RegisterAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly books: RegisterBooks,
    private readonly rows: ListedRows,
    private readonly positions: Positions,
  ) {}

  edition(context: GraphqlContext, register: string, id: string, outcome: Outcome): Promise<RegisterEdition | Refusal> {
    return this.answer.to(context, outcome, async () => {
      const book = (await this.books.load(context, register)) ?? NO_EDITIONS;
      const edition = findEdition(book, id);
      if (edition === null) return null;
      const { id: userId, tenant } = userOf(context);
      return toEdition(register, edition, book, { userId, today: (await this.positions.of(tenant)).today });
    });
  }

  row(
    context: GraphqlContext,
    { uscc, edition, row }: { readonly uscc: string; readonly edition: string; readonly row: number },
    outcome: Outcome,
  ): Promise<RegisterRow | Refusal> {
    return this.answer.to(context, outcome, async () => {
      const rows = (await this.rows.load(context, uscc)) ?? [];
      const found = rows.find((each) => each.proposal === edition && each.row === row);
      return found === undefined ? null : toRow(found);
    });
  }
}
