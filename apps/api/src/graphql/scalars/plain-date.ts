import { CustomScalar, Scalar } from '@nestjs/graphql';
import { Kind, type ValueNode } from 'graphql';
import { badInput } from '../errors.js';

/** A day of the calendar with no time and no zone: `YYYY-MM-DD`, a string inside as well. */
@Scalar('Date')
export class PlainDate implements CustomScalar<string, string> {
  readonly description = 'A day of the calendar: YYYY-MM-DD.';

  serialize(value: unknown): string {
    if (typeof value !== 'string') throw new TypeError('A field of type Date was given something other than a string.');
    return value;
  }

  parseValue(value: unknown): string {
    if (typeof value !== 'string' || !isPlainDate(value)) {
      throw badInput('Date', {
        zh: '日期请写成 YYYY-MM-DD，并且必须是真实存在的日期。',
        en: 'Write a date as YYYY-MM-DD; it has to be a day that exists.',
      });
    }
    return value;
  }

  parseLiteral(node: ValueNode): string {
    return this.parseValue(node.kind === Kind.STRING ? node.value : null);
  }
}

function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
