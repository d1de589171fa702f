import { parseRecordedUscc } from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { Answer } from '../../command/answer.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import {
  Duplicate,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
  type Refusal,
} from '../../graphql/refusal/refusal.js';
import { Registration } from './registration.type.js';
import { RegistrationsByUscc } from './registrations-by-uscc.js';
import { toRegistration } from './to-registration.js';

export type RegistrationOrRefusal = Registration | Refusal;

/** What every step of a registration with a licence answers. */
export const RegistrationResult = createUnionType({
  name: 'RegistrationResult',
  description: 'The proposals under the code as they stand afterwards, or why nothing was recorded.',
  types: () => [Registration, InvalidInput, NotFound, NotAllowedNow, NotPermitted, Duplicate, TryAgain] as const,
});

/** Answers a mutation with what is proposed under the code after it. */
@Injectable()
export class RegistrationAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly registrations: RegistrationsByUscc,
  ) {}

  /** @param text the code as typed in; the decision has accepted it, so that it can be read. */
  to(context: GraphqlContext, text: string, outcome: Outcome): Promise<RegistrationOrRefusal> {
    return this.answer.to(context, outcome, async () => {
      const code = parseRecordedUscc(text);
      const row = code.ok ? await this.registrations.load(context, code.uscc) : null;
      return row === null ? null : toRegistration(row);
    });
  }
}
