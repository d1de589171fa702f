import {
  checkLines,
  doubtfulCodes,
  headProblems,
  parseListNumber,
  type CheckedLine,
  type FieldProblem,
} from '@duixian/casework';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../clock/clock.js';
import { EnterprisesByUscc } from '../../enterprise/read/enterprises-by-uscc.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { actorOf } from '../../identity/actor.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { formatPlace } from '../../import/row-problem.js';
import { Law } from '../../policy/law/law.js';
import { RecognitionFiles } from '../read/recognition-files.js';
import { headOf, RecognitionListInput } from '../steps/recognition-head.input.js';
import { readListFile, type ListFile } from './read-list-file.js';
import { PreviewedLine, RecognitionPreview } from './recognition-preview.type.js';
import { unreadLines } from '../../import/row-problem.js';

/** Problems of a file that are shown one by one. */
const PROBLEMS_MAX = 50;

@Resolver()
export class RecognitionPreviewResolver {
  constructor(
    private readonly files: RecognitionFiles,
    private readonly enterprises: EnterprisesByUscc,
    private readonly clock: Clock,
    private readonly law: Law,
  ) {}

  @Query(() => RecognitionPreview, {
    description: 'What a list would become, line by line, before it is proposed. Nothing is recorded.',
  })
  @RequirePermission('recognition.change')
  async recognitionPreview(
    @Args('input', { description: 'The list, as it would be proposed.' }) input: RecognitionListInput,
    @Context() context: GraphqlContext,
  ): Promise<RecognitionPreview> {
    const number = parseListNumber(input.document);
    const list = number.ok ? await this.files.load(context, number.value) : null;
    const read = readListFile(input.file);
    const document = number.ok ? number.value : '';
    const codesOnRecord = await this.registered(context, doubtfulCodes(read.lines));
    const on = this.clock.today();
    const checked = checkLines(read.lines, { document, list, codesOnRecord, on });
    const registered = await this.registered(
      context,
      checked.flatMap(({ entry }) => entry?.uscc ?? []),
    );
    const lines = checked.map((each) => toLine(each, registered));
    const taken = lines.filter(({ no }) => no !== null).length;
    return Object.assign(new RecognitionPreview(), {
      fileHash: read.file.sha256,
      lines,
      taken,
      refused: lines.length - taken + unreadLines(read),
      problems: [
        ...headProblems(headOf(input), list, { actor: actorOf(userOf(context)), on, places: this.law.places }),
        ...fileProblems(read),
      ],
    });
  }

  private async registered(context: GraphqlContext, codes: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.enterprises.loadMany(context, [...new Set(codes)])).map(({ uscc }) => uscc));
  }
}

/** A line that is taken is shown as it will be recorded, another as the file has it. */
function toLine({ stated, entry, problems }: CheckedLine, registered: ReadonlySet<string>): PreviewedLine {
  const { line, name, uscc, subject, level, batch, certificate } = stated;
  return Object.assign(new PreviewedLine(), {
    line,
    no: entry?.no ?? null,
    name: entry?.name ?? name,
    uscc: entry?.uscc ?? uscc,
    subject: entry?.subject ?? subject,
    level: entry?.level ?? level,
    batch: entry?.batch ?? batch,
    certificate: entry?.certificate ?? certificate,
    isRegistered: entry !== null && registered.has(entry.uscc),
    problems: problems.map(({ message }) => message),
  });
}

function fileProblems({ problems, faults }: ListFile): FieldProblem[] {
  return [...faults, ...problems]
    .slice(0, PROBLEMS_MAX)
    .map((problem) => ({ field: 'file', message: formatPlace(problem) }));
}
