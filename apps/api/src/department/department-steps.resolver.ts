import type { DepartmentChangeKind } from '@duixian/casework';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandInput } from '../command/command-input.js';
import { CommandOrigin } from '../command/command-origin.js';
import type { GraphqlContext } from '../graphql/context.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { ValueKind } from '../graphql/values/value-kind.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { DepartmentAnswer, type ChangeOrRefusal } from './department-answer.js';
import { DepartmentChangeKindEnum, DepartmentChangeResult } from './department-change.type.js';
import { ProposeDepartmentChangeCommand } from './department-steps.js';

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
}
