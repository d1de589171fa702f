import { Injectable } from '@nestjs/common';
import { Divisions } from '../../division/divisions.js';
import type { Refusal } from '../../graphql/refusal/refusal.js';
import { toRefusal } from '../../graphql/refusal/to-refusal.js';
import { toUser } from './to-user.js';
import type { User } from './user.type.js';
import type { UserOutcome } from './users.js';

export type UserOrRefusal = User | Refusal;

/** Answers a mutation with the user as he is after it, or with its refusal. */
@Injectable()
export class UserAnswer {
  constructor(private readonly divisions: Divisions) {}

  to(outcome: UserOutcome): UserOrRefusal {
    return outcome.ok ? toUser(outcome.user, this.divisions) : toRefusal(outcome.refusal);
  }
}
