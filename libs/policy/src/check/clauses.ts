import { addRatios, compareRatios } from '@duixian/money';

import { ratioOfShare } from '../compile/shares.js';
import type { Fault } from '../load/problem.js';
import type { Amount } from '../schema/amount.js';
import type { GrantClause, PayableClause, Share } from '../schema/clause.js';

/** What the parts of a grant clause ask of each other. */
export function clauseFaults(clause: PayableClause): Fault[] {
  if (clause.kind !== 'grant') return [];
  return [
    ...subjectFaults(clause),
    ...stepsFaults(clause),
    ...limitFaults(clause),
    ...splitFaults(clause.split),
    ...invoicedFaults(clause),
  ];
}

function invoicedFaults({ invoiced, evidence }: GrantClause): Fault[] {
  if (invoiced === undefined || evidence?.includes('invoice') === true) return [];
  return [
    fault(
      'invoiced',
      '以发票金额为准的条款须在 evidence 中列明 invoice',
      'What is invoiced bounds the fact, so that invoices are evidence: add invoice to evidence',
    ),
  ];
}

function subjectFaults({ basis, subject, rises, overlap }: GrantClause): Fault[] {
  const faults: Fault[] = [];
  if (basis === 'subject' && subject === undefined) {
    faults.push(
      fault('basis', '按对象补助（basis: subject）须写明 subject', 'A subject basis needs a subject: add it'),
    );
  }
  if (basis !== 'subject' && subject !== undefined) {
    faults.push(fault('subject', 'subject 只用于 basis: subject', 'Only a subject basis has a subject: remove it'));
  }
  if (basis !== 'subject' && rises === true) {
    faults.push(fault('rises', 'rises 只用于 basis: subject', 'Only a subject basis can rise: remove it'));
  }
  if (basis !== 'subject' && overlap?.matter === 'subject') {
    faults.push(fault('overlap', '没有对象的条款不能按对象比较重复', 'Without a subject, the matter must be the year'));
  }
  return faults;
}

function stepsFaults({ basis, subject, amount }: GrantClause): Fault[] {
  const stepped = isStepped(amount);
  if (basis === 'steps' && !stepped) {
    return [fault('basis', '晋级补差（basis: steps）须配 steps 金额', 'A steps basis needs a steps amount')];
  }
  if (typeof subject === 'object' && 'step' in subject && !stepped) {
    return [fault('subject', 'subject: { step } 须配 steps 金额', 'A step as subject needs a steps amount')];
  }
  return [];
}

function isStepped(amount: Amount): boolean {
  return 'steps' in amount;
}

function limitFaults({ basis, limits, amount }: GrantClause): Fault[] {
  const faults: Fault[] = [];
  if (limits?.quota !== undefined && basis !== 'subject') {
    faults.push(
      fault(
        'limits',
        '名额（quota）按对象计，只用于 basis: subject',
        'A quota counts subjects: use it with a subject basis',
      ),
    );
  }
  if (limits?.item !== undefined && 'upTo' in amount) {
    faults.push(fault('limits', 'upTo 已是单项限额，不能再写 item', 'The upTo is the item cap already: remove item'));
  }
  return faults;
}

const ONE = { num: 1n, den: 1n };
const NONE = { num: 0n, den: 1n };

function splitFaults(split: readonly Share[] | undefined): Fault[] {
  if (split === undefined) return [];
  const payers = split.map(({ payer }) => payer).sort();
  if (payers.join() !== 'city,county') {
    return [
      fault('split', '分摊须为市（city）、县（county）各一项', 'A split names the city once and the county once'),
    ];
  }
  const total = split.map(({ share }) => ratioOfShare(share)).reduce(addRatios, NONE);
  return compareRatios(total, ONE) === 0
    ? []
    : [fault('split', '各级份额之和须为 1', 'The shares must add up to 1: correct them')];
}

function fault(key: string, zh: string, en: string): Fault {
  return { path: [key], message: { zh, en } };
}
