import { Injectable } from '@nestjs/common';
import { badInput } from '../../graphql/errors.js';
import { Law } from '../law/law.js';
import { Policies } from './policies.js';

/** Reads measures and documents by which lists are narrowed: one that is none would find nothing, and is refused. */
@Injectable()
export class LawFilter {
  constructor(
    private readonly law: Law,
    private readonly policies: Policies,
  ) {}

  /** @throws GraphQLError `BAD_USER_INPUT` */
  measure(id: string | null | undefined): string | null {
    if (id == null || this.law.known.measure(id) !== undefined) return id ?? null;
    throw badInput('filter.measure', {
      zh: `filter.measure：没有条款“${id}”，请用measures查询全部条款的编号。`,
      en: `filter.measure: there is no measure ${id}: the query measures lists all of them.`,
    });
  }

  /**
   * The measures that a department leads; null = the list is not narrowed to one.
   *
   * @throws GraphQLError `BAD_USER_INPUT`
   */
  measuresOfDepartment(name: string | null | undefined): string[] | null {
    if (name == null) return null;
    const measures = this.law.known.measures().map(({ id }) => this.policies.measureOnRecord(id));
    const led = measures.filter((measure) => this.policies.departmentOf(measure) === name);
    if (led.length > 0) return led.map(({ id }) => id);
    const names = [...new Set(measures.map((measure) => this.policies.departmentOf(measure)))];
    throw badInput('filter.department', {
      zh: `filter.department：没有条款由“${name}”牵头。牵头部门有：${names.join('、')}。`,
      en: `filter.department: no measure is led by ${name}. These lead: ${names.join(', ')}.`,
    });
  }

  /** @throws GraphQLError `BAD_USER_INPUT` */
  policy(id: string | null | undefined): string | null {
    if (id == null || this.law.known.policies.some((policy) => policy.id === id)) return id ?? null;
    throw badInput('filter.policy', {
      zh: `filter.policy：没有文件“${id}”，请用policies查询全部文件的编号。`,
      en: `filter.policy: there is no document ${id}: the query policies lists all of them.`,
    });
  }
}
