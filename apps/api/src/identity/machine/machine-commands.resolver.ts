import { randomUUID } from 'node:crypto';
import { invalidInput, refusal, type FieldProblem } from '@duixian/casework';
import type { MachineTerms } from '@duixian/office';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Answer } from '../../command/answer.js';
import { commandIdOf } from '../../command/command-id.js';
import type { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { Divisions } from '../../division/divisions.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import type { Refusal } from '../../graphql/refusal/refusal.js';
import { toRefusal } from '../../graphql/refusal/to-refusal.js';
import { Law } from '../../policy/law/law.js';
import { RequirePermission } from '../require-permission.js';
import { apiKeyHash, newApiKey } from './api-key.js';
import { MachineAccounts } from './machine-accounts.js';
import { MachineCommand, type OnMachineAccount } from './machine-command.js';
import {
  AgreeToMachineAccountInput,
  IssueApiKeyInput,
  ProposeMachineAccountInput,
  RefuseMachineAccountInput,
  RevokeApiKeyInput,
  ShutMachineAccountInput,
  WithdrawMachineAccountInput,
} from './machine.inputs.js';
import { IssuedApiKey, IssuedApiKeyResult, MachineAccount, MachineAccountResult } from './machine.type.js';
import { ToMachine } from './to-machine.js';

type AccountOrRefusal = MachineAccount | Refusal;

/** What administrators do with the accounts of machines: two open and widen one, each alone shuts it. */
@Resolver()
export class MachineCommandsResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: Answer,
    private readonly accounts: MachineAccounts,
    private readonly toMachine: ToMachine,
    private readonly divisions: Divisions,
    private readonly law: Law,
  ) {}

  @Mutation(() => MachineAccountResult, {
    description:
      'Proposes an account for a machine, or other terms of one. They hold when another administrator agrees.',
  })
  @RequirePermission('user.manage')
  async proposeMachineAccount(
    @Args('input', { description: 'The account, as it shall be.' }) input: ProposeMachineAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<AccountOrRefusal> {
    const command = this.commandOf(context, input);
    const terms = termsOf(input);
    const problems = this.placeProblems(terms, command.tenant);
    if (problems.length > 0) return toRefusal(invalidInput(problems));
    const { machine: known, reason } = input;
    if (known != null && (await this.accounts.find(command.tenant, known)) === null) return notThere();
    // The id of a new account follows from the command: sent twice, it is the same account.
    const machine = known ?? commandIdOf('machine', command.tenant, command.commandId);
    return this.execute(context, { kind: 'propose', request: { ...command, machine, terms, reason } });
  }

  @Mutation(() => MachineAccountResult, { description: 'The second administrator agrees: the terms hold at once.' })
  @RequirePermission('user.manage')
  agreeToMachineAccount(
    @Args('input', { description: 'Which proposal is agreed to.' }) input: AgreeToMachineAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<AccountOrRefusal> {
    const { machine, proposal } = input;
    return this.execute(context, { kind: 'agree', request: { ...this.commandOf(context, input), machine, proposal } });
  }

  @Mutation(() => MachineAccountResult, { description: 'Another administrator refuses what was proposed.' })
  @RequirePermission('user.manage')
  refuseMachineAccount(
    @Args('input', { description: 'Which proposal is refused, and why.' }) input: RefuseMachineAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<AccountOrRefusal> {
    const { machine, proposal, reason } = input;
    const request = { ...this.commandOf(context, input), machine, proposal, reason };
    return this.execute(context, { kind: 'refuse', request });
  }

  @Mutation(() => MachineAccountResult, { description: 'Whoever proposed it takes it back.' })
  @RequirePermission('user.manage')
  withdrawMachineAccount(
    @Args('input', { description: 'Which proposal is taken back.' }) input: WithdrawMachineAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<AccountOrRefusal> {
    const { machine, proposal } = input;
    const request = { ...this.commandOf(context, input), machine, proposal };
    return this.execute(context, { kind: 'withdraw', request });
  }

  @Mutation(() => MachineAccountResult, {
    description: 'Shuts a machine out for good: its keys are refused from the next request on.',
  })
  @RequirePermission('user.manage')
  shutMachineAccount(
    @Args('input', { description: 'Which account is shut, and why.' }) input: ShutMachineAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<AccountOrRefusal> {
    const { machine, reason } = input;
    return this.execute(context, { kind: 'shut', request: { ...this.commandOf(context, input), machine, reason } });
  }

  @Mutation(() => IssuedApiKeyResult, {
    description: 'Issues a key, which is shown this once; the key before it is taken for some hours more.',
  })
  @RequirePermission('user.manage')
  async issueApiKey(
    @Args('input', { description: 'For which machine, and for how long both keys are taken.' }) input: IssueApiKeyInput,
    @Context() context: GraphqlContext,
  ): Promise<IssuedApiKey | Refusal> {
    const { machine, overlapHours } = input;
    const request = { ...this.commandOf(context, input), machine, overlapHours };
    const secret = newApiKey({ tenant: request.tenant, machine });
    const made = { key: randomUUID(), hash: apiKeyHash(secret) };
    const account = await this.execute(context, { kind: 'issue', request, made });
    if (!(account instanceof MachineAccount)) return account;
    const isOnRecord = account.keys.some(({ id }) => id === made.key);
    return Object.assign(new IssuedApiKey(), { secret: isOnRecord ? secret : null, account });
  }

  @Mutation(() => MachineAccountResult, { description: 'Revokes a key: it is refused from the next request on.' })
  @RequirePermission('user.manage')
  revokeApiKey(
    @Args('input', { description: 'Which key, and why.' }) input: RevokeApiKeyInput,
    @Context() context: GraphqlContext,
  ): Promise<AccountOrRefusal> {
    const { machine, key, reason } = input;
    const request = { ...this.commandOf(context, input), machine, key, reason };
    return this.execute(context, { kind: 'revoke', request });
  }

  private commandOf(context: GraphqlContext, input: CommandInput) {
    return this.origin.of(input, userOf(context));
  }

  private async execute(context: GraphqlContext, asked: OnMachineAccount): Promise<AccountOrRefusal> {
    const { tenant, machine } = asked.request;
    const outcome = await this.bus.execute(new MachineCommand(asked, context.request.ip));
    return this.answer.to(context, outcome, async () => {
      const found = await this.accounts.find(tenant, machine);
      return found === null ? null : this.toMachine.of(found, userOf(context));
    });
  }

  /** Divisions and measures that are none of the city's. */
  private placeProblems({ divisions, measures }: MachineTerms, tenant: string): FieldProblem[] {
    const problems: FieldProblem[] = [];
    const place = divisions?.find((code) => !this.divisions.has(code) || !this.divisions.isOfCity(code, tenant));
    if (place !== undefined) problems.push({ field: 'divisions', message: noDivision(place) });
    const known = new Set(
      this.law.known.measures().flatMap(({ id, policy }) => (policy.tenant === tenant ? [id] : [])),
    );
    const measure = measures?.find((id) => !known.has(id));
    if (measure !== undefined) problems.push({ field: 'measures', message: noMeasure(measure) });
    return problems;
  }
}

function termsOf(input: ProposeMachineAccountInput): MachineTerms {
  const { name, owner, purpose, endsOn, perMinute, divisions, measures } = input;
  return {
    ...{ name: name.trim(), owner: owner.trim(), purpose: purpose.trim(), endsOn, perMinute },
    acts: [...new Set(input.acts)],
    reads: [...new Set(input.reads)],
    divisions: divisions == null ? null : [...new Set(divisions)],
    measures: measures == null ? null : [...new Set(measures)],
  };
}

function noDivision(code: string) {
  return {
    zh: `${code}不是本市、所辖县（市、区）或开发区的区划代码。`,
    en: `${code} is no code of your city, or of a county or zone in it.`,
  };
}

function noMeasure(id: string) {
  return {
    zh: `本市没有条款“${id}”，请用measures查询全部条款的编号。`,
    en: `Your city has no measure ${id}: the query measures lists all of them.`,
  };
}

function notThere(): Refusal {
  const message = { zh: '没有这个机器账号，请刷新列表。', en: 'There is no such account: look at the list afresh.' };
  return toRefusal(refusal('NOT_FOUND', message, 'machine'));
}
