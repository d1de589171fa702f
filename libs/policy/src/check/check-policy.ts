import type { Fault } from '../load/problem.js';
import { isPayable } from '../policy.js';
import type { Clause } from '../schema/clause.js';
import type { PolicyDocument } from '../schema/policy.js';
import { amountFaults } from './amounts.js';
import { articleFaults } from './articles.js';
import { beginningFaults } from './beginnings.js';
import { blankFaults } from './blanks.js';
import { clauseFaults } from './clauses.js';
import { departmentFaults } from './departments.js';
import { factFaults } from './facts.js';
import { moneyFaults } from './money-passages.js';
import { operandFaults } from './operands.js';
import { absenceFaults, periodFaults } from './period.js';
import { publicityFaults } from './publicity.js';
import { PublishedText } from './published-text.js';
import { quotationFaults } from './quotations.js';
import { figureFaults } from './words-and-rule.js';

/** What the schema cannot see: the words of the document, and what the parts of a clause say about each other. */
export function checkPolicy(document: PolicyDocument, source: { folder: string; text: string }): Fault[] {
  const text = new PublishedText(source.text);
  return [
    ...documentFaults(document, source.folder),
    ...blankFaults(document),
    ...quotationFaults(document, text),
    ...absenceFaults(document, source.text, text),
    ...periodFaults(document, text),
    ...publicityFaults(document),
    ...departmentFaults(document, text),
    ...articleFaults(document, text),
    ...moneyFaults(document, text),
    ...document.articles.flatMap((article, place) =>
      article.clauses.flatMap((clause, index) =>
        checkClause(clause, text).map(({ path, message }) => ({
          path: ['articles', place, 'clauses', index, ...path],
          message,
        })),
      ),
    ),
  ];
}

function checkClause(clause: Clause, text: PublishedText): Fault[] {
  if (!isPayable(clause)) return figureFaults(clause, text);
  const facts = factFaults(clause);
  // With a fact missing or of a wrong type, what is said about constants would only confuse.
  if (facts.length > 0) return facts;
  const within = [
    ...clauseFaults(clause),
    ...operandFaults(clause),
    ...amountFaults(clause),
    ...beginningFaults(clause),
  ];
  return within.length > 0 ? within : figureFaults(clause, text);
}

function documentFaults(document: PolicyDocument, folder: string): Fault[] {
  const faults: Fault[] = [];
  if (document.policy !== folder) {
    faults.push({
      path: ['policy'],
      message: {
        zh: `政策编号应与文件夹同名：${folder}`,
        en: `The policy must be named like its folder: ${folder}`,
      },
    });
  }
  if (!document.division.startsWith(document.jurisdiction)) {
    faults.push({
      path: ['division'],
      message: {
        zh: `付款区划须在适用范围 ${document.jurisdiction} 之内`,
        en: `The division that pays must belong to the jurisdiction ${document.jurisdiction}`,
      },
    });
  }
  return [...faults, ...duplicateClauses(document)];
}

function duplicateClauses(document: PolicyDocument): Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const [place, article] of document.articles.entries()) {
    for (const [index, { id }] of article.clauses.entries()) {
      if (seen.has(id)) {
        faults.push({
          path: ['articles', place, 'clauses', index, 'id'],
          message: { zh: `条款编号 ${id} 重复：请另取编号`, en: `The clause id ${id} is taken: choose another` },
        });
      }
      seen.add(id);
    }
  }
  return faults;
}
