import { isPayable, type Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import type { Actor, Command } from '../common/actor.js';
import { accepted, event, refused } from '../common/decision.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { filesStream } from '../common/streams.js';
import type { Claim, ClaimState } from '../claim/claim.js';
import { PROGRESS } from '../claim/claim-status.js';
import { onwardRefusals } from '../claim/lies-with.js';
import { claimNotFound, type StepContext } from '../claim/standing.js';
import { fileNotFound, goneRefusal } from './decide-file.js';
import type { EvidenceFile } from './evidence-file.js';
import { checkStands, type FactCheck } from './fact-check.js';
import { endedRefusal } from './file-keeper.js';

/** Pages that a file may have. */
export const PAGE_MAX = 9_999;

export interface CheckFact extends Command {
  /** The claim's number. */
  readonly claim: string;
  /** Name of the fact, as its clause has it. */
  readonly fact: string;
  readonly file: string;
  readonly page: number | null;
}

export interface WithdrawFactCheck extends Command {
  readonly claim: string;
  readonly check: string;
}

interface Matter {
  readonly claim: ClaimState;
  readonly files: readonly EvidenceFile[];
  readonly checks: readonly FactCheck[];
}

/** 核对: an official of the office where the claim lies found a stated fact in a file. */
export function decideFactCheck(
  input: Matter & { readonly command: CheckFact; readonly context: StepContext },
): CaseworkDecision {
  const { command, claim, files, checks, context } = input;
  if (claim === null) return refused(claimNotFound());
  const wrong = factCheckerRefusal(claim, command.actor, context);
  if (wrong !== null) return refused(wrong);
  const file = files.find(({ id }) => id === command.file);
  if (file === undefined) return refused(fileNotFound());
  const value = claim.facts[command.fact];
  const problems = [...factProblems(value), ...fileProblems(file, files), ...pageProblems(command.page)];
  if (value === undefined || problems.length > 0) return refused(invalidInput(problems));
  const { fact, page, actor } = command;
  const own = checks.filter((each) => each.by === actor.userId && each.fact === fact && each.file === file.id);
  if (own.some((each) => checkStands(each, claim.facts, files))) return refused(checkedAlready(file));
  const label = labelOf(fact, claim, context.catalogue);
  const checked = event(command, 'FactChecked', {
    ...{ claim: claim.id, check: command.commandId, fact, label, stated: String(value), file: file.id, page },
  });
  return accepted([{ stream: filesStream(claim.id), events: [checked] }]);
}

/** 撤销核对: by whoever checked it. */
export function decideFactCheckWithdrawal(input: Matter & { readonly command: WithdrawFactCheck }): CaseworkDecision {
  const { command, claim, checks } = input;
  if (claim === null) return refused(claimNotFound());
  if (PROGRESS[claim.status] >= PROGRESS.paid) return refused(endedRefusal(claim));
  const found = checks.find(({ id }) => id === command.check);
  if (found === undefined) return refused(checkNotFound());
  if (found.by !== command.actor.userId) return refused(notYours());
  const data = { claim: claim.id, check: found.id, file: found.file };
  return accepted([{ stream: filesStream(claim.id), events: [event(command, 'FactCheckWithdrawn', data)] }]);
}

/** Why `actor` checks no facts of a claim now: the offices at which it lies do, once it was accepted. Null when he may. */
export function factCheckerRefusal(claim: Claim, actor: Actor, context: StepContext): Refusal | null {
  if (PROGRESS[claim.status] >= PROGRESS.paid) return endedRefusal(claim);
  if (PROGRESS[claim.status] < PROGRESS.accepted) {
    return refusal('ALREADY_DECIDED', {
      zh: '此件尚未受理，受理后由审核部门逐项核对。',
      en: 'The claim was not accepted yet: the offices that review it check its facts after that.',
    });
  }
  const onward = onwardRefusals(claim, actor, context);
  // That he took the step before keeps him from the next one, and not from looking.
  if (onward.some((each) => each === null || each.code === 'SAME_PERSON')) return null;
  return onward.find((each) => each !== null && each.code !== 'NOT_YOUR_OFFICE') ?? notHere();
}

function labelOf(fact: string, claim: Claim, catalogue: Catalogue) {
  const clause = catalogue.measure(claim.measure)?.clause;
  const facts = clause !== undefined && isPayable(clause) ? (clause.facts ?? []) : [];
  return facts.find(({ name }) => name === fact)?.label ?? { zh: fact, en: fact };
}

function factProblems(value: unknown): FieldProblem[] {
  if (value !== undefined) return [];
  return [
    {
      field: 'fact',
      message: {
        zh: '此件没有申报这项事实，请刷新页面后从所列事实中选择。',
        en: 'The claim states no such fact: look at the page afresh and choose one of those that it states.',
      },
    },
  ];
}

function fileProblems(file: EvidenceFile, files: readonly EvidenceFile[]): FieldProblem[] {
  const gone = goneRefusal(file, files);
  if (gone !== null) return [{ field: 'file', message: gone.message }];
  if (file.scan?.outcome !== 'infected') return [];
  const message = {
    zh: '该附件带有病毒，无法打开核对，请企业重新提供。',
    en: 'The file holds a virus and cannot be opened: ask the enterprise for another one.',
  };
  return [{ field: 'file', message }];
}

function pageProblems(page: number | null): FieldProblem[] {
  if (page === null || (Number.isSafeInteger(page) && page >= 1 && page <= PAGE_MAX)) return [];
  const message = {
    zh: `页码应为1至${PAGE_MAX}的整数，不知道时不填。`,
    en: `The page is a whole number from 1 to ${PAGE_MAX}: leave it out if you do not know it.`,
  };
  return [{ field: 'page', message }];
}

function checkedAlready({ name }: EvidenceFile): Refusal {
  return refusal('ALREADY_DECIDED', {
    zh: `您已对照“${name}”核对这项事实；要更改页码，请先撤销。`,
    en: `You checked this fact against ‘${name}’ already: take that back first to name another page.`,
  });
}

function checkNotFound(): Refusal {
  return refusal(
    'NOT_FOUND',
    {
      zh: '没有这项核对，或已撤销；请刷新页面。',
      en: 'There is no such check, or it was taken back: look at the page afresh.',
    },
    'check',
  );
}

function notYours(): Refusal {
  return refusal('NOT_YOUR_OFFICE', {
    zh: '核对由本人撤销，请联系核对人。',
    en: 'Whoever checked a fact takes that back himself: ask him.',
  });
}

function notHere(): Refusal {
  return refusal('NOT_YOUR_OFFICE', {
    zh: '事实由此件当前所在的部门核对。',
    en: 'The office at which the claim lies checks its facts.',
  });
}
