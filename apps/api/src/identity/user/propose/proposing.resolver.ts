import { normaliseProperName } from '@duixian/casework';
import type { AccountChange } from '@duixian/office';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { CommandInput } from '../../../command/command-input.js';
import { CommandOrigin } from '../../../command/command-origin.js';
import { userOf, type GraphqlContext } from '../../../graphql/context.js';
import { commandIdOf } from '../../../command/command-id.js';
import { RequirePermission } from '../../require-permission.js';
import { ProposalAnswer, type ProposalOrRefusal } from '../proposal/proposal-answer.js';
import { OfficialProposalResult } from '../proposal/proposal.type.js';
import { ProposeChangeCommand } from './propose-change.command.js';
import {
  ChangeOfficeInput,
  ChangeRolesInput,
  EnableAccountInput,
  OpenAccountInput,
  ResetPasswordInput,
  ResetSecondFactorInput,
  UnlockAccountInput,
} from './proposing.inputs.js';

interface Asked {
  readonly input: CommandInput & { readonly reason: string };
  readonly change: AccountChange;
  /** Null for a new account. */
  readonly id: string | null;
}

/** What one administrator proposes for an account. Each takes effect when another agrees. */
@Resolver()
export class ProposingResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ProposalAnswer,
  ) {}

  @Mutation(() => OfficialProposalResult, { description: 'Proposes an account for somebody new.' })
  @RequirePermission('user.manage')
  openAccount(
    @Args('input', { description: 'The account, as it shall be.' }) input: OpenAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<ProposalOrRefusal> {
    const { username, roles } = input;
    const change: AccountChange = { kind: 'opening', username, roles: [...new Set(roles)], ...placeOf(input) };
    return this.propose(context, { input, change, id: null });
  }

  @Mutation(() => OfficialProposalResult, { description: 'Proposes another office for somebody.' })
  @RequirePermission('user.manage')
  changeRoles(
    @Args('input', { description: 'Whose office held, and what it shall be.' }) input: ChangeRolesInput,
    @Context() context: GraphqlContext,
  ): Promise<ProposalOrRefusal> {
    const change: AccountChange = { kind: 'roles', roles: [...new Set(input.roles)] };
    return this.propose(context, { input, change, id: input.id });
  }

  @Mutation(() => OfficialProposalResult, { description: 'Proposes another name or place of office for somebody.' })
  @RequirePermission('user.manage')
  changeOffice(
    @Args('input', { description: 'Whose office, and what it shall be.' }) input: ChangeOfficeInput,
    @Context() context: GraphqlContext,
  ): Promise<ProposalOrRefusal> {
    return this.propose(context, { input, change: { kind: 'office', ...placeOf(input) }, id: input.id });
  }

  @Mutation(() => OfficialProposalResult, { description: 'Proposes to let somebody choose a new password.' })
  @RequirePermission('user.manage')
  resetPassword(
    @Args('input', { description: 'Whose password is reset, and why.' }) input: ResetPasswordInput,
    @Context() context: GraphqlContext,
  ): Promise<ProposalOrRefusal> {
    return this.propose(context, { input, change: { kind: 'password' }, id: input.id });
  }

  @Mutation(() => OfficialProposalResult, { description: 'Proposes to let somebody try to sign in again.' })
  @RequirePermission('user.manage')
  unlockAccount(
    @Args('input', { description: 'Who may try again, and why.' }) input: UnlockAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<ProposalOrRefusal> {
    return this.propose(context, { input, change: { kind: 'unlocking' }, id: input.id });
  }

  @Mutation(() => OfficialProposalResult, { description: "Proposes to take somebody's second factor from him." })
  @RequirePermission('user.manage')
  resetSecondFactor(
    @Args('input', { description: 'Whose second factor is taken, and why.' }) input: ResetSecondFactorInput,
    @Context() context: GraphqlContext,
  ): Promise<ProposalOrRefusal> {
    return this.propose(context, { input, change: { kind: 'second-factor' }, id: input.id });
  }

  @Mutation(() => OfficialProposalResult, {
    description:
      'Proposes to let somebody in again. What an administrator of another kind shut alone takes effect at once, and is answered as agreed.',
  })
  @RequirePermission('user.manage')
  enableAccount(
    @Args('input', { description: 'Who is let in again, and why.' }) input: EnableAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<ProposalOrRefusal> {
    return this.propose(context, { input, change: { kind: 'enabling' }, id: input.id });
  }

  private async propose(context: GraphqlContext, { input, change, id }: Asked): Promise<ProposalOrRefusal> {
    const command = this.origin.of(input, userOf(context));
    // The id of somebody new follows from the command: sent twice, it is the same person.
    const official = id ?? commandIdOf('official', command.tenant, command.commandId);
    const request = { ...command, official, change, reason: input.reason };
    const { ip } = context.request;
    const outcome = await this.bus.execute(new ProposeChangeCommand(request, ip));
    return this.answer.to(context, { official, proposal: command.commandId }, outcome);
  }
}

function placeOf({ displayName, division, department }: OpenAccountInput | ChangeOfficeInput) {
  const name = department == null ? '' : normaliseProperName(department);
  return { displayName: normaliseProperName(displayName), division, department: name === '' ? null : name };
}
