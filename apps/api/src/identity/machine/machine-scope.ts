import type { MachineTerms } from '@duixian/office';
import type { Bilingual } from '@duixian/policy';
import {
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';
import { isOpenField, openQuery } from './machine-fields.js';

/** What of a query a key may not have, and the way out. */
export interface ScopeRefusal {
  /** `Claim.timeline`, `Query.dashboard` or `filter.division`. */
  readonly field: string;
  readonly says: Bilingual;
}

type Filter = Readonly<Record<string, unknown>>;

interface Asked {
  readonly terms: MachineTerms;
  readonly info: GraphQLResolveInfo;
  readonly args: Readonly<Record<string, unknown>>;
  /** Whether the second division lies in the first, or is it. */
  readonly liesIn: (division: string, within: string) => boolean;
}

/**
 * Why a machine may not ask this query; null when it may. A narrowed key names one of its divisions and one of its clauses in
 * the filter, where the list is narrowed by them; what cannot be narrowed is closed to it.
 */
export function scopeRefusal({ terms, info, args, liesIn }: Asked): ScopeRefusal | null {
  const query = info.parentType === info.schema.getQueryType() ? openQuery(info.fieldName) : null;
  const path = `${info.parentType.name}.${info.fieldName}`;
  if (query === null || (query.of !== null && !terms.reads.includes(query.of))) return closed(path);
  const type = getNamedType(info.returnType);
  for (const { selectionSet } of info.fieldNodes) {
    const field = selectionSet === undefined ? null : closedField(type, selectionSet, { terms, info });
    if (field !== null) return closed(field);
  }
  const { narrowing } = query;
  if (narrowing === 'not needed') return null;
  const { divisions, measures } = terms;
  if (narrowing === 'impossible') return divisions === null && measures === null ? null : forWholeCity(path);
  if (divisions !== null && !narrowing.division) return forWholeCity(path);
  if (measures !== null && !narrowing.measure) return forWholeCity(path);
  const filter = isRecord(args.filter) ? args.filter : {};
  const { division, measure } = filter;
  if (divisions !== null && !divisions.some((each) => typeof division === 'string' && liesIn(division, each))) {
    return outside('filter.division', divisions);
  }
  if (measures !== null && !measures.some((each) => each === measure)) return outside('filter.measure', measures);
  return null;
}

/** The first field below that a machine may not read, whatever directives or fragments it stands in; null: none. */
function closedField(
  type: GraphQLNamedType,
  { selections }: SelectionSetNode,
  within: Pick<Asked, 'terms' | 'info'>,
): string | null {
  const { terms, info } = within;
  for (const selection of selections) {
    let found: string | null = null;
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      if (name === '__typename') continue;
      if (!isOpenField(type.name, name, terms.reads)) return `${type.name}.${name}`;
      const field = isObjectType(type) ? type.getFields()[name] : undefined;
      if (field === undefined) return `${type.name}.${name}`;
      const below = getNamedType(field.type);
      if (isCompositeType(below) && selection.selectionSet !== undefined) {
        found = closedField(below, selection.selectionSet, within);
      }
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const named = selection.typeCondition?.name.value;
      const narrower = named === undefined ? undefined : info.schema.getType(named);
      found = closedField(narrower ?? type, selection.selectionSet, within);
    } else {
      const fragment = info.fragments[selection.name.value];
      const named = fragment && info.schema.getType(fragment.typeCondition.name.value);
      found = fragment ? closedField(named ?? type, fragment.selectionSet, within) : selection.name.value;
    }
    if (found !== null) return found;
  }
  return null;
}

function isRecord(value: unknown): value is Filter {
  return typeof value === 'object' && value !== null;
}

function closed(field: string): ScopeRefusal {
  return {
    field,
    says: {
      zh: `该密钥不能读取${field}；如确有需要，请管理员提议扩大机器账号的范围。`,
      en: `This key may not read ${field}: ask the administrator to propose wider terms if it is needed.`,
    },
  };
}

function forWholeCity(field: string): ScopeRefusal {
  return {
    field,
    says: {
      zh: `${field}不能按该密钥的区划和条款收窄，只对全市范围的密钥开放；请改用带filter的列表。`,
      en: `${field} cannot be narrowed to the divisions and clauses of this key, and is for keys of the whole city: ask the lists with a filter instead.`,
    },
  };
}

function outside(field: string, allowed: readonly string[]): ScopeRefusal {
  return {
    field,
    says: {
      zh: `请在${field}中写明该密钥范围内的一项：${allowed.join('、')}。`,
      en: `Name one within the terms of this key in ${field}: ${allowed.join(', ')}.`,
    },
  };
}
