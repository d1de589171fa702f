import { addDays, refusal, type PlainDate } from '@duixian/casework';
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import type pg from 'pg';
import { Clock } from '../../../clock/clock.js';
import { POOL } from '../../../database/database.module.js';
import type { GraphqlContext } from '../../../graphql/context.js';
import type { Refusal } from '../../../graphql/refusal/refusal.js';
import { toRefusal } from '../../../graphql/refusal/to-refusal.js';
import { ArgumentKinds } from '../../../graphql/values/value-kind.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { OpenWork } from '../../need/open-work.js';
import { PersonalReads } from '../../need/personal-reads.js';
import { standingsOf } from '../../read/change-fields.js';
import { ContactMasks } from '../../read/contact-masks.js';
import type { ContactChangeRow } from '../../read-model/contact-table.js';
import { Contact, Contacts, ContactsResult } from './contact-details.type.js';

/** How long a contact that was replaced is still shown to whoever has to call the old one. */
const DAYS_SHOWN = 90;

type ShownContact = Pick<Contact, 'proposal' | 'standing' | 'replacedOn'>;

interface Person {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
}

@Resolver()
export class ContactsResolver {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly changes: ContactMasks,
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
    @Args('uscc', { type: () => ID, description: 'The enterprise.' }) uscc: string,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<Contacts | Refusal> {
    if (!(await this.work.needsContact(user, uscc))) return toRefusal(this.work.noNeed());
    const shown = shownContacts((await this.changes.load(context, uscc)) ?? [], this.clock.today(), user);
    const { rows } = await this.pool.query<Person>(
      'select id, name, phone, email from identity.contact where tenant = $1 and uscc = $2 and id = any ($3::uuid[])',
      [user.tenant, uscc, shown.map(({ proposal }) => proposal)],
    );
    const persons = new Map(rows.map((row) => [row.id, row]));
    const contacts = shown.flatMap(({ proposal, ...stands }) => {
      const person = persons.get(proposal);
      if (person === undefined) return [];
      const { name, phone, email } = person;
      return [Object.assign(new Contact(), { proposal, name, phone, email, ...stands })];
    });
    if (contacts.length === 0) return toRefusal(noContact());
    await this.reads.record('contact-read', user, context.request.ip, uscc);
    return Object.assign(new Contacts(), { contacts });
  }
}

/** Which contacts are shown whole, the newest first; one that is proposed, to those who answer it and to auditors. */
function shownContacts(rows: readonly ContactChangeRow[], today: PlainDate, { roles }: CurrentUser): ShownContact[] {
  const { standings } = standingsOf(rows, today);
  const seesProposed = roles.includes('clerk') || roles.includes('auditor');
  const since = addDays(today, -DAYS_SHOWN);
  let replacedOn: PlainDate | null = null;
  return rows.flatMap(({ proposal, effective_from }, index): ShownContact[] => {
    const standing = standings[index];
    if (standing === 'open' || standing === 'waiting')
      return seesProposed ? [{ proposal, standing, replacedOn: null }] : [];
    if (standing !== 'in-force') return [];
    const shown = { proposal, standing, replacedOn };
    const isShown = replacedOn === null || replacedOn > since;
    replacedOn = effective_from;
    return isShown ? [shown] : [];
  });
}

function noContact() {
  return refusal('NOT_FOUND', {
    zh: '没有联系方式，或已依申请删除。',
    en: 'No contact is on record, or it was erased.',
  });
}
