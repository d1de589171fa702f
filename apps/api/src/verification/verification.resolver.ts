import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { DateTime } from '../graphql/scalars/date-time.js';
import { Verification } from './verification.type.js';
import { lastVerification, verificationUnderWay } from './verifications.js';

/** What a city without an event has. */
const NO_HEAD = { position: '0', link: '0'.repeat(64), chainedLater: null };

@Resolver()
export class VerificationResolver {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  @Query(() => Verification, {
    nullable: true,
    description: "When your city's record was last verified, and what was found; null before the first time.",
  })
  @RequirePermission('verification.read')
  async verification(@CurrentUser() { tenant }: CurrentUser): Promise<Verification | null> {
    const last = await lastVerification(this.pool);
    if (last === null) return null;
    const { position, link, chainedLater } = last.heads.find((head) => head.tenant === tenant) ?? NO_HEAD;
    // What belongs to no city is everybody's matter.
    const differences = last.differences.filter((difference) => ['', tenant].includes(difference.tenant));
    const { startedAt, finishedAt } = last;
    const intact = differences.length === 0;
    return { startedAt, finishedAt, intact, position, link, chainedLater, differences };
  }

  @Query(() => DateTime, {
    nullable: true,
    description: 'Since when the record is being verified, by whichever process; null when nobody does.',
  })
  @RequirePermission('verification.read')
  verificationUnderWay(): Promise<string | null> {
    return verificationUnderWay(this.pool);
  }
}
