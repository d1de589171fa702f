import type { AnswerDepartmentChange, DepartmentChangeKind } from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { Answer } from '../command/answer.js';
import { CommandInput } from '../command/command-input.js';
import { CommandOrigin } from '../command/command-origin.js';
import type { Outcome } from '../command/outcome.js';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import type { Refusal } from '../graphql/refusal/refusal.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { ValueKind } from '../graphql/values/value-kind.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { DepartmentBooks } from './department-books.js';
import { DepartmentChangeList } from './department-change-list.js';
import { DepartmentChangeKindEnum, DepartmentChangeResult, DepartmentChangeShown } from './department-change.type.js';
import { AnswerDepartmentChangeCommand, ProposeDepartmentChangeCommand } from './department-steps.js';

@InputType({ description: 'What becomes of which department, from when, and which document orders it.' })
class ProposeDepartmentChangeInput extends CommandInput {
  @Field(() => DepartmentChangeKindEnum, { description: 'What becomes of it.' })
  kind!: DepartmentChangeKind;

  @Field({ description: 'Code of the division whose department it is: your city, or a county of it.' })
  @ValueKind('division')
  division!: string;

  @Field({ description: 'Its name: the new one where it is established, and else the one until then.' })
  @ValueKind('name')
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Its new name, or the department that goes on with its work; left out where it is established or ended.',
  })
  @ValueKind('name')
  successor?: string | null;

  @Field(() => PlainDate, { description: 'First day on which it is so: past, or a year ahead at most.' })
  from!: string;

  @Field({ description: 'Number of the document that orders it (机构改革文号).' })
  @ValueKind('line')
  document!: string;

  @Field(() => String, { nullable: true, description: 'What is to be said of it besides. Goes on record.' })
  @ValueKind('paragraph')
  reason?: string | null;
}

@InputType({ description: 'Which proposal for a department is answered.' })
class DepartmentProposalInput extends CommandInput {
  @Field(() => ID, { description: 'The proposal that you have seen.' })
  @ValueKind('uuid')
  proposal!: string;
}

@InputType({ description: 'Which proposal for a department is refused, and why.' })
class RefuseDepartmentChangeInput extends DepartmentProposalInput {
  @Field({ description: 'Goes on record: 1 to 500 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

type ChangeOrRefusal = DepartmentChangeShown | Refusal;

/** Answers with a change as it stands after a command, and has this process know of it. */
@Injectable()
export class DepartmentAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly books: DepartmentBooks,
    private readonly list: DepartmentChangeList,
  ) {}

  to(context: GraphqlContext, proposal: string, outcome: Outcome): Promise<ChangeOrRefusal> {
    const user = userOf(context);
    return this.answer.to(context, outcome, async () => {
      await this.books.refresh(user.tenant);
      return (await this.list.of(user, null)).find(({ id }) => id === proposal) ?? null;
    });
  }
}

/** 机构变更: two administrators, one of them of security, say what becomes of a department. */
@Resolver()
export class DepartmentStepsResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: DepartmentAnswer,
  ) {}

  @Mutation(() => DepartmentChangeResult, {
    description: 'An administrator proposes that a department is established, renamed, merged or ended, from a day on.',
  })
  @RequirePermission('department.change')
  async proposeDepartmentChange(
    @Args('input', { description: 'What is proposed.' }) input: ProposeDepartmentChangeInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ChangeOrRefusal> {
    const { kind, division, name, successor = null, from, document, reason = null } = input;
    const change = { kind, division, name, successor, from, document };
    const request = { ...this.origin.of(input, user), change, reason };
    const outcome = await this.bus.execute(new ProposeDepartmentChangeCommand(request));
    return this.answer.to(context, request.commandId, outcome);
  }

  @Mutation(() => DepartmentChangeResult, {
    description: 'A second administrator agrees: from its day on the department is what was proposed, for everybody.',
  })
  @RequirePermission('department.change')
  agreeToDepartmentChange(
    @Args('input', { description: 'Which proposal is agreed to.' }) input: DepartmentProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ChangeOrRefusal> {
    return this.send(input, { kind: 'agree' }, user, context);
  }

  @Mutation(() => DepartmentChangeResult, {
    description: 'A second administrator does not agree; what is agreed to can be stopped until its day.',
  })
  @RequirePermission('department.change')
  refuseDepartmentChange(
    @Args('input', { description: 'Which proposal is refused, and why.' }) input: RefuseDepartmentChangeInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ChangeOrRefusal> {
    return this.send(input, { kind: 'refuse', reason: input.reason }, user, context);
  }

  @Mutation(() => DepartmentChangeResult, { description: 'Its proposer takes it back, until its day.' })
  @RequirePermission('department.change')
  withdrawDepartmentChange(
    @Args('input', { description: 'Which proposal is taken back.' }) input: DepartmentProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ChangeOrRefusal> {
    return this.send(input, { kind: 'withdraw' }, user, context);
  }

  private async send(
    input: DepartmentProposalInput,
    answer: AnswerDepartmentChange['answer'],
    user: CurrentUser,
    context: GraphqlContext,
  ): Promise<ChangeOrRefusal> {
    const { proposal } = input;
    const request = { ...this.origin.of(input, user), proposal, answer };
    const outcome = await this.bus.execute(new AnswerDepartmentChangeCommand(request));
    return this.answer.to(context, proposal, outcome);
  }
}
