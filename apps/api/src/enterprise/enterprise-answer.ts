import { parseRecordedUscc } from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { Answer } from '../command/answer.js';
import type { Outcome } from '../command/outcome.js';
import type { GraphqlContext } from '../graphql/context.js';
import type { Refusal } from '../graphql/refusal/refusal.js';
import type { Enterprise } from './read/enterprise.type.js';
import { EnterprisesByUscc } from './read/enterprises-by-uscc.js';
import { toEnterprise } from './read/to-enterprise.js';

export type EnterpriseOrRefusal = Enterprise | Refusal;

/** Answers a mutation with the enterprise as it stands after it. */
@Injectable()
export class EnterpriseAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly enterprises: EnterprisesByUscc,
  ) {}

  /** @param text the code as typed in; the decision has accepted it, so that it can be read. */
  to(context: GraphqlContext, text: string, outcome: Outcome): Promise<EnterpriseOrRefusal> {
    return this.answer.to(context, outcome, async () => {
      const code = parseRecordedUscc(text);
      const row = code.ok ? await this.enterprises.load(context, code.uscc) : null;
      return row === null ? null : toEnterprise(row);
    });
  }
}
