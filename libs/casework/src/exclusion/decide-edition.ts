import type { RegisterRule } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import { sentenceRefusal } from '../claim/sentence.js';
import { accepted, event, refused } from '../common/decision.js';
import { addDays } from '../common/plain-date.js';
import { agreementRefusal, objectionRefusal, withdrawalRefusal } from '../common/proposal.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { editionStream, exclusionStream, registerStream } from '../common/streams.js';
import { checkRows, PART_LINES_MAX, type CheckedRow } from './check-rows.js';
import { sourceProblems, statedSource } from './edition-source.js';
import type { EditionParts } from './edition-parts.js';
import { editionStanding, findEdition, type RegisterBook, type RegisterEdition } from './register-book.js';
import type {
  AnswerRegisterEdition,
  OpenRegisterEdition,
  ProposeRegisterEdition,
  ReadRegisterRows,
} from './register-command.js';
import { registerOfficeRefusal } from './register-office.js';

/** Days within which a colleague agrees; then the proposal lapses of itself. */
const DAYS_OPEN = 30;

interface Grounds {
  /** The register as the city's file has it; null where it has none of that id. */
  readonly rule: RegisterRule | null;
  readonly book: RegisterBook;
}

/** An official of the office that keeps a register begins to import an edition of it. */
export function decideEditionOpening(input: Grounds & { readonly command: OpenRegisterEdition }): CaseworkDecision {
  const { command, rule, book } = input;
  const keeper = keeperOf(rule, command);
  if (!keeper.ok) return refused(keeper.refusal);
  const problems = sourceProblems(command.source, book, command.on);
  if (problems.length > 0) return refused(invalidInput(problems));
  const known = sameFile(book, command);
  if (known !== undefined) return refused(importedAlready(known));
  const data = {
    register: command.register,
    proposal: command.commandId,
    no: book.editions.length + 1,
    ...statedSource(command.source),
    file: { ...command.file },
  };
  return accepted([
    { stream: registerStream(command.register), events: [event(command, 'RegisterEditionOpened', data)] },
  ]);
}

/** The next part of an edition is read: each row into the stream of its enterprise, where it counts once two persons agree. */
export function decideRowsRead(
  input: Grounds & {
    readonly command: ReadRegisterRows;
    readonly parts: EditionParts;
    readonly codesOnRecord: ReadonlySet<string>;
  },
): CaseworkDecision {
  const { command, parts, codesOnRecord } = input;
  const found = readingEdition(input);
  if (!found.ok) return refused(found.refusal);
  const { rule } = found;
  const { part, rows: stated, unread, faults, on, register, edition: proposal, sha256 } = command;
  if (part <= parts.hashes.length) return refused(partKnown(parts, part, sha256));
  if (part !== parts.hashes.length + 1) return refused(partMissing(parts.hashes.length + 1));
  if (faults.length > 0) return refused(invalidInput(faults.map((message) => ({ field: 'file', message }))));
  if (stated.length > PART_LINES_MAX) return refused(tooManyLines(stated.length));
  const before = parts.rows + parts.refused;
  const checked = checkRows(stated, { rule, before, codesOnRecord, on });
  const taken = checked.flatMap(({ row }) => row ?? []);
  const refusedLines = checked.length - taken.length + unread;
  const read = { register, proposal, part, rows: taken.length, refused: refusedLines, sha256 };
  return accepted([
    { stream: editionStream(proposal), events: [event(command, 'RegisterRowsRead', read)] },
    ...[...byEnterprise(checked)].map(([uscc, rows]) => ({
      stream: exclusionStream(uscc),
      events: rows.map((row) => event(command, 'EnterpriseListed', { register, proposal, ...row })),
    })),
  ]);
}

/** All parts are read: whoever imported them proposes the edition. */
export function decideEditionProposal(
  input: Grounds & { readonly command: ProposeRegisterEdition; readonly parts: EditionParts },
): CaseworkDecision {
  const { command, parts, book } = input;
  const found = readingEdition(input);
  if (!found.ok) return refused(found.refusal);
  if (parts.rows === 0) return refused(nothingTaken());
  const open = book.editions.find(
    (each) => editionStanding(each, book.inForce, command.on) === 'proposed' && each.id !== command.edition,
  );
  if (open !== undefined) return refused(proposalOpen(open));
  const data = {
    proposal: command.edition,
    opensUntil: addDays(command.on, DAYS_OPEN),
    register: command.register,
    rows: parts.rows,
    refused: parts.refused,
    parts: parts.hashes.length,
  };
  return accepted([
    { stream: registerStream(command.register), events: [event(command, 'RegisterEditionProposed', data)] },
  ]);
}

/** A second person agrees, and the edition takes the place of the one before; or refuses; or the proposer takes it back. */
export function decideEditionAnswer(input: Grounds & { readonly command: AnswerRegisterEdition }): CaseworkDecision {
  const { command, rule, book } = input;
  const { answer, actor, on, register, edition: id } = command;
  const keeper = keeperOf(rule, command);
  if (!keeper.ok) return refused(keeper.refusal);
  const edition = findEdition(book, id);
  if (edition === null) return refused(noEdition());
  const stream = registerStream(register);
  if (edition.proposal === null) {
    const reason = answer.kind === 'withdraw' ? droppingRefusal(edition, actor.userId) : notProposed();
    if (reason !== null) return refused(reason);
    return accepted([{ stream, events: [event(command, 'RegisterEditionWithdrawn', { proposal: id, register })] }]);
  }
  switch (answer.kind) {
    case 'agree': {
      const reason = agreementRefusal(edition.proposal, actor, on) ?? overtakenRefusal(edition, book);
      if (reason !== null) return refused(reason);
      const data = { proposal: id, effectiveFrom: on, register };
      return accepted([{ stream, events: [event(command, 'RegisterEditionAgreed', data)] }]);
    }
    case 'refuse': {
      const reason = objectionRefusal(edition.proposal, actor, on) ?? sentenceRefusal('reason', answer.reason);
      if (reason !== null) return refused(reason);
      const data = { proposal: id, reason: answer.reason.trim(), register };
      return accepted([{ stream, events: [event(command, 'RegisterEditionRefused', data)] }]);
    }
    case 'withdraw': {
      const reason = withdrawalRefusal(edition.proposal, actor, on);
      if (reason !== null) return refused(reason);
      return accepted([{ stream, events: [event(command, 'RegisterEditionWithdrawn', { proposal: id, register })] }]);
    }
  }
}

type Found<Value> = ({ readonly ok: true } & Value) | { readonly ok: false; readonly refusal: Refusal };

function keeperOf(
  rule: RegisterRule | null,
  { actor, tenant }: Pick<OpenRegisterEdition, 'actor' | 'tenant'>,
): Found<{ readonly rule: RegisterRule }> {
  if (rule === null) return { ok: false, refusal: noRegister() };
  const reason = registerOfficeRefusal(rule.keptBy, actor, tenant);
  return reason === null ? { ok: true, rule } : { ok: false, refusal: reason };
}

/** The edition whose rows are being read, by whoever opened it. */
function readingEdition({
  rule,
  book,
  command,
}: Grounds & { readonly command: ProposeRegisterEdition }): Found<{ readonly rule: RegisterRule }> {
  const keeper = keeperOf(rule, command);
  if (!keeper.ok) return keeper;
  const edition = findEdition(book, command.edition);
  if (edition === null) return { ok: false, refusal: noEdition() };
  if (editionStanding(edition, book.inForce, command.on) !== 'reading') return { ok: false, refusal: readAlready() };
  const dropped = droppingRefusal(edition, command.actor.userId);
  return dropped === null ? keeper : { ok: false, refusal: dropped };
}

function byEnterprise(checked: readonly CheckedRow[]) {
  const groups = new Map<string, NonNullable<CheckedRow['row']>[]>();
  for (const { row } of checked) {
    if (row === null) continue;
    const group = groups.get(row.uscc);
    if (group === undefined) groups.set(row.uscc, [row]);
    else group.push(row);
  }
  return groups;
}

/** The file of the edition in force, or of one that waits: sent twice, it gives nothing new. */
function sameFile({ editions, inForce }: RegisterBook, { file, on }: OpenRegisterEdition): RegisterEdition | undefined {
  const standing: readonly string[] = ['reading', 'proposed', 'in-force'];
  return editions.find(
    (each) => each.file.sha256 === file.sha256 && standing.includes(editionStanding(each, inForce, on)),
  );
}

/** One that was published before the edition in force would free whom that one lists. */
function overtakenRefusal({ publishedOn }: RegisterEdition, book: RegisterBook): Refusal | null {
  const inForce = book.inForce === null ? null : findEdition(book, book.inForce);
  if (inForce === null || publishedOn >= inForce.publishedOn) return null;
  return refusal('ALREADY_DECIDED', {
    zh: `在用的第${inForce.no}版是${inForce.publishedOn}发布的，晚于本版（${publishedOn}）：请予以否决，或由提议人撤回。`,
    en: `Edition ${inForce.no}, which is in force, was published on ${inForce.publishedOn}, later than this one (${publishedOn}): refuse it, or have it taken back.`,
  });
}

function droppingRefusal({ openedBy }: RegisterEdition, userId: string): Refusal | null {
  if (openedBy.userId === userId) return null;
  return refusal('NOT_YOUR_OFFICE', {
    zh: `此版由${openedBy.displayName}导入，未提请前只能由其继续或放弃。`,
    en: `${openedBy.displayName} is importing this edition: until it is proposed nobody else goes on with it or gives it up.`,
  });
}

function importedAlready({ no }: RegisterEdition): Refusal {
  return refusal(
    'ALREADY_DECIDED',
    {
      zh: `此文件已作为第${no}版导入，无需再导入；未完成的，请打开该版继续。`,
      en: `This file is imported as edition ${no} already: nothing is new. Where that is not finished, open it and go on.`,
    },
    'file',
  );
}

function partKnown({ hashes }: EditionParts, part: number, sha256: string): Refusal {
  if (hashes[part - 1] === sha256) {
    return refusal('ALREADY_DECIDED', {
      zh: `第${part}部分已经读入，请从第${hashes.length + 1}部分继续。`,
      en: `Part ${part} is read already: go on with part ${hashes.length + 1}.`,
    });
  }
  return refusal(
    'CHANGED_SINCE',
    {
      zh: `第${part}部分与已读入的内容不同：文件已改动，请放弃此版后重新导入。`,
      en: `Part ${part} is another than the one that was read: the file was changed. Give the edition up, and import it anew.`,
    },
    'part',
  );
}

function partMissing(next: number): Refusal {
  const message = { zh: `请先读入第${next}部分。`, en: `Part ${next} comes first.` };
  return invalidInput([{ field: 'part', message }]);
}

function tooManyLines(lines: number): Refusal {
  const message = {
    zh: `一个部分最多${PART_LINES_MAX}行，现有${lines}行。`,
    en: `A part has at most ${PART_LINES_MAX} lines, and this one ${lines}.`,
  };
  return invalidInput([{ field: 'file', message }]);
}

function nothingTaken(): Refusal {
  const problem: FieldProblem = {
    field: 'file',
    message: {
      zh: '没有可收录的行：请按每行的说明更正后重新导入。',
      en: 'No line of the file was taken: correct them as their problems say, and import it again.',
    },
  };
  return invalidInput([problem]);
}

function proposalOpen({ no }: RegisterEdition): Refusal {
  return refusal('PROPOSAL_OPEN', {
    zh: `第${no}版待同意，请先同意或否决，或由提议人撤回。`,
    en: `Edition ${no} is still open: agree to it, refuse it or have it taken back first.`,
  });
}

function notProposed(): Refusal {
  return refusal('NOT_YOUR_TURN', {
    zh: '此版尚未读完、提请，还不能同意或否决。',
    en: 'The edition is not read to its end and proposed: nothing can be said of it yet.',
  });
}

function readAlready(): Refusal {
  return refusal('ALREADY_DECIDED', {
    zh: '此版已经提请或结束，不能再读入；请重新导入一版。',
    en: 'The edition is proposed or over, and takes no more rows: import another one.',
  });
}

export function noRegister(): Refusal {
  const message = {
    zh: '本市没有这种名单，请在名单页选择。',
    en: 'The city keeps no such register: choose one of its list.',
  };
  return refusal('NOT_FOUND', message, 'register');
}

function noEdition(): Refusal {
  const message = { zh: '没有这一版，请刷新后再看。', en: 'There is no such edition: look at it afresh.' };
  return refusal('NOT_FOUND', message, 'edition');
}
