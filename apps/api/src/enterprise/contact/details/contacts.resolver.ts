import { addDays, refusal } from '@duixian/casework';
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import type pg from 'pg';
import { Clock } from '../../../clock/clock.js';
import { POOL } from '../../../database/database.module.js';
import { sqlFile } from '../../../database/sql-file.js';
import type { GraphqlContext } from '../../../graphql/context.js';
import type { Refusal } from '../../../graphql/refusal/refusal.js';
import { toRefusal } from '../../../graphql/refusal/to-refusal.js';
import { ArgumentKinds } from '../../../graphql/values/value-kind.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { OpenWork } from '../../need/open-work.js';
import { PersonalReads } from '../../need/personal-reads.js';
import { Contact, Contacts, ContactsResult } from './contact-details.type.js';

const CONTACTS = sqlFile(import.meta.url, 'contacts.sql');
/** How long a contact that was replaced is still shown to whoever has to call the old one. */
const DAYS_SHOWN = 90;

@Resolver()
export class ContactsResolver {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly clock: Clock,
    private readonly work: OpenWork,
    private readonly reads: PersonalReads,
  ) {}

  @Query(() => ContactsResult, {
    description: 'Whom to call at an enterprise, for those whose open work needs it. Reading it is on record.',
  })
  @RequirePermission('contact.read')
  @ArgumentKinds({ uscc: 'uscc' })
  async contacts(
    @Args('uscc', { type: () => ID }) uscc: string,
    @CurrentUser() user: CurrentUser,
    @Context() { request }: GraphqlContext,
  ): Promise<Contacts | Refusal> {
    if (!(await this.work.needsContact(user, uscc))) return toRefusal(this.work.noNeed());
    const since = addDays(this.clock.today(), -DAYS_SHOWN);
    const { rows } = await this.pool.query<Contact>(CONTACTS, [user.tenant, uscc, since]);
    if (rows.length === 0) return toRefusal(noContact());
    await this.reads.record('contact-read', user, request.ip, uscc);
    return Object.assign(new Contacts(), { contacts: rows.map((row) => Object.assign(new Contact(), row)) });
  }
}

function noContact() {
  return refusal('NOT_FOUND', {
    zh: '没有联系方式，或已依申请删除。',
    en: 'No contact is on record, or it was erased.',
  });
}
