import type { Fault } from '../load/problem.js';
import { nearestWord } from '../load/nearest-word.js';
import type { Fact, PayableClause } from '../schema/clause.js';
import { clauseUses, type FactUse } from '../schema/fact-uses.js';

/** Every fact that is used is declared once and of a fitting type, and every declared one is used. */
export function factFaults(clause: PayableClause): Fault[] {
  const declared = new Map((clause.facts ?? []).map((fact) => [fact.name, fact]));
  const uses = [...clauseUses(clause)];
  return [
    ...duplicates(clause.facts ?? []),
    ...uses.flatMap((use) => useFaults(use, declared)),
    ...unused(clause.facts ?? [], new Set(uses.map(({ name }) => name))),
  ];
}

function duplicates(facts: readonly Fact[]): Fault[] {
  return facts.flatMap(({ name }, index) =>
    facts.findIndex((fact) => fact.name === name) === index
      ? []
      : [{ path: ['facts', index], message: { zh: `要素 ${name} 重复`, en: `The fact ${name} is declared twice` } }],
  );
}

function useFaults({ name, types, path }: FactUse, declared: ReadonlyMap<string, Fact>): Fault[] {
  const fact = declared.get(name);
  if (fact === undefined) {
    const nearest = nearestWord(name, declared.keys());
    return [
      {
        path,
        message: {
          zh: `要素 ${name} 未在 facts 中声明${nearest === undefined ? '：请先声明' : `：是否应为 ${nearest}？`}`,
          en: `The fact ${name} is not declared: ${nearest === undefined ? 'add it to facts' : `did you mean ${nearest}?`}`,
        },
      },
    ];
  }
  if (types.includes(fact.type)) return [];
  return [
    {
      path,
      message: {
        zh: `要素 ${name} 的类型是 ${fact.type}，此处须为 ${types.join(' 或 ')}`,
        en: `The fact ${name} is of type ${fact.type}; here it must be ${types.join(' or ')}`,
      },
    },
  ];
}

function unused(facts: readonly Fact[], used: ReadonlySet<string>): Fault[] {
  return facts.flatMap(({ name, informational }, index) =>
    used.has(name) || informational === true
      ? []
      : [
          {
            path: ['facts', index],
            message: {
              zh: `要素 ${name} 声明了却没有使用：请删去，或注明 informational: true`,
              en: `The fact ${name} is declared but never used: remove it, or mark it informational: true`,
            },
          },
        ],
  );
}
