import type { CaseworkDecision } from '../casework-event.js';
import type { Command } from '../common/actor.js';
import { accepted, event, refused } from '../common/decision.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { filesStream } from '../common/streams.js';
import type { Claim, ClaimState } from '../claim/claim.js';
import { sentenceRefusal } from '../claim/sentence.js';
import { claimNotFound, type StepContext } from '../claim/standing.js';
import { asWrittenNow, sameEvidence, type EvidenceRef } from '../evidence/evidence-ref.js';
import { successorOf, type EvidenceFile } from './evidence-file.js';
import type { FileType, ScanOutcome } from './file-event.js';
import { fileKeeperRefusal } from './file-keeper.js';
import { invoiceProblems } from './invoice-problems.js';
import type { ReadInvoice } from './read-invoice.js';

/** Files of one claim, those that were superseded or withdrawn included: a page shows all of them. */
export const FILES_MAX = 200;
/** Papers that one file shows at the most. */
export const PROVES_MAX = 20;

/** A file that was handed in and looked at. */
export interface FileContent {
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly fileType: FileType;
  /** What was read of the fully digital invoices in it. */
  readonly invoices: readonly ReadInvoice[];
}

export interface AttachFile extends Command {
  /** The claim's number. */
  readonly claim: string;
  readonly proves: readonly EvidenceRef[];
  /** The file in whose place it stands. */
  readonly supersedes: string | null;
  /** Why it stands in the place of another. */
  readonly reason: string | null;
}

export interface WithdrawFile extends Command {
  readonly claim: string;
  readonly file: string;
  readonly reason: string;
}

export interface RecordScan extends Command {
  readonly claim: string;
  readonly file: string;
  readonly outcome: ScanOutcome;
  readonly finding: string | null;
}

/**
 * 上传材料: beside the claim, and no step on it.
 *
 * @param content what was uploaded; null where there is nothing of that name, or not whole.
 */
export function decideAttachment(input: {
  readonly command: AttachFile;
  readonly content: FileContent | null;
  readonly claim: ClaimState;
  readonly files: readonly EvidenceFile[];
  readonly context: StepContext;
}): CaseworkDecision {
  const { command, content, claim, files, context } = input;
  if (claim === null) return refused(claimNotFound());
  const wrong = fileKeeperRefusal(claim, command.actor, context);
  if (wrong !== null) return refused(wrong);
  if (content === null) return refused(uploadNotFound());
  const problems = [
    ...contentProblems(content, files),
    ...invoiceProblems(content.invoices, claim, context),
    ...provesProblems(command, claim),
    ...supersedingProblems(command, files),
  ];
  if (problems.length > 0) return refused(invalidInput(problems));
  const attached = event(command, 'FileAttached', {
    claim: claim.id,
    file: command.commandId,
    ...{ name: content.name, sha256: content.sha256, bytes: content.bytes, fileType: content.fileType },
    proves: command.proves.flatMap((each) => statedAs(each, claim) ?? []),
    supersedes: command.supersedes,
    reason: command.reason?.trim() ?? null,
    invoices: [...content.invoices],
  });
  return accepted([{ stream: filesStream(claim.id), events: [attached] }]);
}

/** 撤下材料: attached by mistake. */
export function decideFileWithdrawal(input: {
  readonly command: WithdrawFile;
  readonly claim: ClaimState;
  readonly files: readonly EvidenceFile[];
  readonly context: StepContext;
}): CaseworkDecision {
  const { command, claim, files, context } = input;
  if (claim === null) return refused(claimNotFound());
  const found = files.find(({ id }) => id === command.file);
  if (found === undefined) return refused(fileNotFound());
  const wrong =
    fileKeeperRefusal(claim, command.actor, context) ??
    goneRefusal(found, files) ??
    sentenceRefusal('reason', command.reason);
  if (wrong !== null) return refused(wrong);
  const data = { claim: claim.id, file: found.id, reason: command.reason.trim() };
  return accepted([{ stream: filesStream(claim.id), events: [event(command, 'FileWithdrawn', data)] }]);
}

/** What the scanner found, by the installation itself: once, whichever processes look. */
export function decideScan({
  command,
  files,
}: {
  readonly command: RecordScan;
  readonly files: readonly EvidenceFile[];
}): CaseworkDecision {
  const { claim, file, outcome, finding } = command;
  const found = files.find(({ id }) => id === file);
  if (found === undefined) return refused(fileNotFound());
  if (found.scan !== null) {
    return refused(refusal('ALREADY_DECIDED', { zh: '该文件已扫描。', en: 'The file was scanned already.' }, 'file'));
  }
  return accepted([
    { stream: filesStream(claim), events: [event(command, 'FileScanned', { claim, file, outcome, finding })] },
  ]);
}

/** How the claim itself states a paper. */
function statedAs(named: EvidenceRef, claim: Claim): EvidenceRef | undefined {
  const found = claim.evidence.find((each) => sameEvidence(asWrittenNow(each), asWrittenNow(named)));
  return found && { kind: found.kind, number: found.number };
}

function contentProblems({ sha256 }: FileContent, files: readonly EvidenceFile[]): FieldProblem[] {
  const same = files.find((each) => each.sha256 === sha256 && !each.withdrawn);
  if (same !== undefined) {
    return [
      {
        field: 'upload',
        message: {
          zh: `此件已有内容完全相同的附件“${same.name}”，无需再次上传。`,
          en: `The claim has a file with exactly this content already, ‘${same.name}’: there is nothing to attach.`,
        },
      },
    ];
  }
  if (files.length < FILES_MAX) return [];
  return [
    {
      field: 'upload',
      message: {
        zh: `一件申报最多${FILES_MAX}个附件，请合并为一个PDF或压缩包后上传。`,
        en: `A claim has ${FILES_MAX} files at most: put several into one PDF or ZIP.`,
      },
    },
  ];
}

function provesProblems({ proves }: AttachFile, claim: Claim): FieldProblem[] {
  if (proves.length > PROVES_MAX) {
    return [
      {
        field: 'proves',
        message: {
          zh: `一个附件最多对应${PROVES_MAX}份材料，请分开上传。`,
          en: `A file shows ${PROVES_MAX} papers at most: upload several files.`,
        },
      },
    ];
  }
  return proves.flatMap((named, index) => {
    if (statedAs(named, claim) !== undefined) return [];
    return [
      {
        field: `proves[${index}].number`,
        message: {
          zh: `此件没有编号为“${named.number}”的这类材料，请从此件列明的材料中选择。`,
          en: `The claim names no such paper numbered ${named.number}: choose one of those that it names.`,
        },
      },
    ];
  });
}

function supersedingProblems({ supersedes, reason }: AttachFile, files: readonly EvidenceFile[]): FieldProblem[] {
  if (supersedes === null) {
    return reason === null ? [] : [needless('reason')];
  }
  const found = files.find(({ id }) => id === supersedes);
  const gone = found === undefined ? fileNotFound() : goneRefusal(found, files);
  const why = sentenceRefusal('reason', reason ?? '');
  return [
    ...(gone === null ? [] : [{ field: 'supersedes', message: gone.message }]),
    ...(why === null ? [] : why.problems),
  ];
}

function needless(field: string): FieldProblem {
  return {
    field,
    message: {
      zh: '只有以新文件替换旧文件时才填写理由；请选择被替换的文件，或删去理由。',
      en: 'A reason goes with a file that takes the place of another: name that one, or leave the reason out.',
    },
  };
}

/** Why nothing more becomes of a file; null while it stands. */
export function goneRefusal(file: EvidenceFile, files: readonly EvidenceFile[]): Refusal | null {
  const successor = successorOf(files, file.id);
  if (!file.withdrawn && successor === undefined) return null;
  return refusal('ALREADY_DECIDED', {
    zh: successor === undefined ? '该文件已撤下，无需再办理。' : `该文件已由“${successor.name}”替换，请改为办理后者。`,
    en:
      successor === undefined
        ? 'The file was withdrawn already: nothing is left to do.'
        : `‘${successor.name}’ stands in the place of this file: act on that one.`,
  });
}

export function fileNotFound(): Refusal {
  return refusal(
    'NOT_FOUND',
    { zh: '此件没有这个附件，请刷新页面。', en: 'The claim has no such file: look at the page afresh.' },
    'file',
  );
}

function uploadNotFound(): Refusal {
  return refusal(
    'NOT_FOUND',
    {
      zh: '没有这次上传，或尚未上传完成，或已过期；请重新上传文件。',
      en: 'There is no such upload, or it is not finished, or it has expired: upload the file anew.',
    },
    'upload',
  );
}
