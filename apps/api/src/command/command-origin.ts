import { randomUUID } from 'node:crypto';
import type { Command, Seen } from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { ClockWatch } from '../clock/clock-watch.js';
import { Clock } from '../clock/clock.js';
import { badInput, commandIdRequired } from '../graphql/errors.js';
import { actorOf } from '../identity/actor.js';
import type { CurrentUser } from '../identity/current-user.js';
import { currentRequest } from '../request/request-scope.js';
import type { CommandInput } from './command-input.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Where a request's command comes from: who sends it, today, under which id. */
@Injectable()
export class CommandOrigin {
  constructor(
    private readonly clock: Clock,
    private readonly clockWatch: ClockWatch,
  ) {}

  /**
   * @throws GraphQLError `COMMAND_ID_REQUIRED` when a machine names none; `BAD_USER_INPUT` when the id is no UUID;
   *   `CLOCK_DIFFERS` when nobody can say which day it is.
   */
  of({ commandId, seen }: CommandInput & { readonly seen?: Seen | null }, user: CurrentUser): Command {
    if (commandId == null && currentRequest()?.isOfMachine === true) throw commandIdRequired();
    if (commandId != null && !UUID.test(commandId)) {
      throw badInput('commandId', { zh: 'commandId 应为 UUID。', en: 'commandId has to be a UUID.' });
    }
    this.clockWatch.demandAgreement();
    return {
      commandId: commandId?.toLowerCase() ?? randomUUID(),
      tenant: user.tenant,
      actor: actorOf(user),
      on: this.clock.today(),
      ...(seen == null ? {} : { seen: { position: seen.position, policyVersion: seen.policyVersion } }),
    };
  }
}
