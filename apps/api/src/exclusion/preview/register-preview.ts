import { checkRows, doubtfulCodes, NO_EDITIONS } from '@duixian/casework';
import { Args, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../clock/clock.js';
import { EnterprisesByUscc } from '../../enterprise/read/enterprises-by-uscc.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { ListFileInput } from '../../recognition/steps/recognition-head.input.js';
import { RegisterRows } from '../list/register-rows.js';
import { RegisterBooks } from '../read/register-books.js';
import { readRegisterPart, REGISTER_COLUMNS } from './read-register-file.js';
import { unreadLines } from '../../import/row-problem.js';

/** Lines with problems that are shown of one part. */
const PROBLEMS_MAX = 100;

@InputType({ description: 'A part of the file of a register, before anything is recorded.' })
class RegisterPreviewInput {
  @Field(() => ID, { description: 'Id of the register.' })
  @ValueKind('reference')
  register!: string;

  @Field(() => ListFileInput, { description: 'The part: the line of the headers, and at most 500 lines below it.' })
  file!: ListFileInput;

  @Field(() => Int, { description: 'Lines of the file in the parts before, so that problems name its own lines.' })
  @ValueKind('whole')
  before!: number;
}

@ObjectType({ description: 'What is wrong with a line of a register’s file.' })
class RegisterLineProblem {
  @Field(() => Int, { description: 'Of the whole file, from 1; the header’s is 1.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'Header of the column; null where it is the line as a whole.' })
  column!: string | null;

  @Field(() => Bilingual, { description: 'What is wrong, and what to do.' })
  message!: Bilingual;
}

@ObjectType({ description: 'What a part of a register’s file would become. Nothing is recorded.' })
class RegisterPreview {
  @Field(() => Int, { description: 'Lines that would be taken.' })
  taken!: number;

  @Field(() => Int, { description: 'Lines that would not.' })
  refused!: number;

  @Field(() => Int, {
    description: 'Of the enterprises of the lines taken, those that the edition in force lists as well.',
  })
  known!: number;

  @Field(() => Int, { description: 'Enterprises on the lines taken.' })
  enterprises!: number;

  @Field(() => [RegisterLineProblem], {
    description: `What is wrong with lines that are not taken, or with the part as a whole; at most ${PROBLEMS_MAX}.`,
  })
  problems!: RegisterLineProblem[];
}

@Resolver()
export class RegisterPreviewResolver {
  constructor(
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly books: RegisterBooks,
    private readonly rows: RegisterRows,
    private readonly enterprises: EnterprisesByUscc,
  ) {}

  @Query(() => RegisterPreview, {
    nullable: true,
    description:
      'What a part of a register’s file would become, before it is imported; null where there is no such register.',
  })
  @RequirePermission('register.change')
  async registerPreview(
    @Args('input', { description: 'The part.' }) { register, file, before }: RegisterPreviewInput,
    @Context() context: GraphqlContext,
  ): Promise<RegisterPreview | null> {
    const { tenant } = userOf(context);
    const rule = this.law.places.registers.find(tenant, register);
    if (rule === null) return null;
    const part = readRegisterPart(file);
    const doubtful = await this.enterprises.loadMany(context, doubtfulCodes(part.rows));
    const codesOnRecord = new Set(doubtful.map(({ uscc }) => uscc));
    const checked = checkRows(part.rows, { rule, before, codesOnRecord, on: this.clock.today() });
    const codes = [...new Set(checked.flatMap(({ row }) => row?.uscc ?? []))];
    const { inForce } = (await this.books.load(context, register)) ?? NO_EDITIONS;
    const taken = checked.filter(({ row }) => row !== null).length;
    const problems = [
      ...[...part.faults, ...part.problems].map(({ line, column, message }) => ({
        line: line + before,
        column,
        message,
      })),
      ...checked.flatMap(({ stated, problems: ofLine }) =>
        ofLine.map(({ field, message }) => ({ line: stated.line + before, column: REGISTER_COLUMNS[field], message })),
      ),
    ];
    return Object.assign(new RegisterPreview(), {
      taken,
      refused: checked.length - taken + unreadLines(part),
      known: await this.rows.among(tenant, inForce, codes),
      enterprises: codes.length,
      problems: problems.slice(0, PROBLEMS_MAX).map((each) => Object.assign(new RegisterLineProblem(), each)),
    });
  }
}
