import { editionOn, findEdition, NO_EDITIONS } from '@duixian/casework';
import { Args, Context, Field, ID, InputType, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { ListArgs, toConnection } from '../../graphql/pagination.js';
import { ArgumentKinds, ValueKind } from '../../graphql/values/value-kind.js';
import { actorOf } from '../../identity/actor.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { AsOf } from '../../log/as-of.input.js';
import { Positions } from '../../log/positions.js';
import { Law } from '../../policy/law/law.js';
import { PartsOfEditions, RegisterBooks } from '../read/register-books.js';
import { EditionComparison, Register, RegisterEdition, RegisterRowConnection } from '../read/register.type.js';
import { toEdition, toRegister, toStoredRow } from '../read/to-register.js';
import { RegisterRows } from './register-rows.js';

/** Editions of a register that are shown, the newest first; earlier ones are in the log. */
export const EDITIONS_MAX = 50;

@InputType({ description: 'Of which edition, and which of its rows.' })
export class RegisterRowFilter {
  @Field(() => ID, { description: 'Id of the register.' })
  @ValueKind('reference')
  register!: string;

  @Field(() => ID, { description: 'The edition.' })
  @ValueKind('reference')
  edition!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or of the matter, the start of a credit code, or the number of the decision.',
  })
  @ValueKind('search')
  query?: string | null;
}

@Resolver(() => Register)
export class RegistersResolver {
  constructor(
    private readonly law: Law,
    private readonly books: RegisterBooks,
    private readonly rows: RegisterRows,
    private readonly positions: Positions,
  ) {}

  @Query(() => [Register], {
    description: 'The registers of those who must not be paid that your city keeps, in the order of its file.',
  })
  @RequirePermission('register.read')
  registers(
    @CurrentUser() user: CurrentUser,
    @Args('asOf', { nullable: true, description: 'Their editions as they were then.' }) _asOf?: AsOf,
  ): Register[] {
    return this.law.places.registers.of(user.tenant).map((rule) => toRegister(rule, actorOf(user), user.tenant));
  }

  @Query(() => RegisterEdition, { nullable: true, description: 'One edition of a register; null where there is none.' })
  @RequirePermission('register.read')
  @ArgumentKinds({ register: 'reference', id: 'reference' })
  async registerEdition(
    @Args('register', { type: () => ID, description: 'Id of the register.' }) register: string,
    @Args('id', { type: () => ID, description: 'The edition.' }) id: string,
    @Context() context: GraphqlContext,
    @Args('asOf', { nullable: true, description: 'The edition as it was then.' }) _asOf?: AsOf,
  ): Promise<RegisterEdition | null> {
    const book = (await this.books.load(context, register)) ?? NO_EDITIONS;
    const edition = findEdition(book, id);
    const { id: userId, tenant } = userOf(context);
    const { today } = await this.positions.of(tenant);
    return edition === null ? null : toEdition(register, edition, book, { userId, today });
  }

  @Query(() => RegisterRowConnection, { description: 'Rows of one edition of a register, by their place in its file.' })
  @RequirePermission('register.read')
  async registerRows(
    @CurrentUser() user: CurrentUser,
    @Args() page: ListArgs,
    @Args('filter', { description: 'Of which edition, and which of its rows.' }) filter: RegisterRowFilter,
  ): Promise<RegisterRowConnection> {
    return toConnection(await this.rows.page(user.tenant, page, filter), toStoredRow);
  }

  @ResolveField(() => [RegisterEdition], {
    description: `Its editions, the newest first; at most ${EDITIONS_MAX}.`,
  })
  async editions(@Parent() { id }: Register, @Context() context: GraphqlContext): Promise<RegisterEdition[]> {
    const book = (await this.books.load(context, id)) ?? NO_EDITIONS;
    const { id: userId, tenant } = userOf(context);
    const { today } = await this.positions.of(tenant);
    const newest = [...book.editions].reverse().slice(0, EDITIONS_MAX);
    return newest.map((edition) => toEdition(id, edition, book, { userId, today }));
  }

  @ResolveField(() => RegisterEdition, {
    nullable: true,
    description: 'The edition whose rows hold claims today; null where there is none.',
  })
  async inForce(@Parent() { id }: Register, @Context() context: GraphqlContext): Promise<RegisterEdition | null> {
    const book = (await this.books.load(context, id)) ?? NO_EDITIONS;
    const { id: userId, tenant } = userOf(context);
    const { today } = await this.positions.of(tenant);
    const edition = editionOn(book, today);
    return edition === null ? null : toEdition(id, edition, book, { userId, today });
  }
}

@Resolver(() => RegisterEdition)
export class RegisterEditionResolver {
  constructor(
    private readonly parts: PartsOfEditions,
    private readonly rowsOf: RegisterRows,
  ) {}

  @ResolveField(() => Int, { description: 'How many parts of its file are read: the next one goes on from there.' })
  async partsRead(@Parent() { id }: RegisterEdition, @Context() context: GraphqlContext): Promise<number> {
    return (await this.parts.load(context, id))?.hashes.length ?? 0;
  }

  @ResolveField(() => Int, { description: 'Rows that were taken.' })
  async rows(@Parent() { id }: RegisterEdition, @Context() context: GraphqlContext): Promise<number> {
    return (await this.parts.load(context, id))?.rows ?? 0;
  }

  @ResolveField(() => Int, { description: 'Lines of the file that were not taken.' })
  async refused(@Parent() { id }: RegisterEdition, @Context() context: GraphqlContext): Promise<number> {
    return (await this.parts.load(context, id))?.refused ?? 0;
  }

  @ResolveField(() => EditionComparison, {
    nullable: true,
    description: 'How it differs from the edition in force, of one that is proposed; null of any other.',
  })
  async comparison(
    @Parent() { id, standing, book }: RegisterEdition,
    @Context() context: GraphqlContext,
  ): Promise<EditionComparison | null> {
    if (standing !== 'proposed') return null;
    const compared = await this.rowsOf.compare(userOf(context).tenant, id, book.inForce);
    return Object.assign(new EditionComparison(), compared);
  }
}
