import type { RegisterRule } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import { sentenceRefusal } from '../claim/sentence.js';
import { accepted, event, refused } from '../common/decision.js';
import { invalidInput, refusal, type Refusal } from '../common/refusal.js';
import { exclusionStream } from '../common/streams.js';
import { noRegister } from './decide-edition.js';
import type { ListedRow } from './exclusion.js';
import { editionOn, type RegisterBook } from './register-book.js';
import type { ClearExclusion } from './register-command.js';
import { registerOfficeRefusal } from './register-office.js';

/** 解除: the office that the city names clears one row, for a reason that the register knows. Another row or edition holds again. */
export function decideClearing(input: {
  readonly command: ClearExclusion;
  readonly rule: RegisterRule | null;
  readonly book: RegisterBook;
  readonly rows: readonly ListedRow[];
}): CaseworkDecision {
  const { command, rule, book, rows } = input;
  if (rule === null) return refused(noRegister());
  const office = registerOfficeRefusal(rule.clearedBy, command.actor, command.tenant);
  if (office !== null) return refused(office);
  const found = rows.find(({ proposal, row }) => proposal === command.edition && row === command.row);
  if (found?.register !== rule.id) return refused(noRow());
  if (editionOn(book, command.on)?.id !== found.proposal) return refused(notInForce());
  const ground = rule.grounds.find(({ id }) => id === command.ground);
  if (ground === undefined) return refused(unknownGround(rule));
  const unsaid = sentenceRefusal('reason', command.reason);
  if (unsaid !== null) return refused(unsaid);
  if (found.clearings.some(({ by }) => by.userId === command.actor.userId)) return refused(clearedAlready());
  const { register, proposal, row, uscc } = found;
  const { id, name } = ground;
  const { role: capacity } = rule.clearedBy;
  const data = { register, proposal, row, uscc, ground: { id, name }, reason: command.reason.trim(), capacity };
  return accepted([{ stream: exclusionStream(uscc), events: [event(command, 'ExclusionCleared', data)] }]);
}

function unknownGround({ grounds }: RegisterRule): Refusal {
  const zh = grounds.map(({ name }) => name.zh).join('、');
  const en = grounds.map(({ name }) => name.en).join(', ');
  const message = {
    zh: `请选择解除理由：${zh}。`,
    en: `Choose one of the reasons of the register: ${en}.`,
  };
  return invalidInput([{ field: 'ground', message }]);
}

function noRow(): Refusal {
  const message = { zh: '没有这一行，请刷新后再看。', en: 'There is no such row: look at it afresh.' };
  return refusal('NOT_FOUND', message, 'row');
}

function notInForce(): Refusal {
  return refusal('ALREADY_DECIDED', {
    zh: '此行所在的一版现在不在用，不拦任何申报件，无需解除。',
    en: 'The edition of this row is not in force and holds no claim: there is nothing to clear.',
  });
}

function clearedAlready(): Refusal {
  return refusal('ALREADY_DECIDED', {
    zh: '此行您已解除。您参与过的申报件不算，须由本岗位另一名经办人解除。',
    en: 'You cleared this row already. For claims in which you took part in another office a colleague has to.',
  });
}
