import { CustomScalar, Scalar } from '@nestjs/graphql';
import { Kind, type ValueNode } from 'graphql';
import { badInput } from '../errors.js';

/**
 * A day of the calendar with no time and no zone: `YYYY-MM-DD`, a string inside as well. An input is taken as the text
 * that it is, and read where all arguments are, which knows its path.
 */
@Scalar('Date')
export class PlainDate implements CustomScalar<string, string> {
  readonly description = 'A day of the calendar: YYYY-MM-DD; as input, from 1949-10-01 to 9999-12-31.';

  serialize(value: unknown): string {
    if (typeof value !== 'string') throw new TypeError('A field of type Date was given something other than a string.');
    return value;
  }

  parseValue(value: unknown): string {
    if (typeof value === 'string') return value;
    throw badInput('Date', { zh: '日期请写成 "YYYY-MM-DD"。', en: 'Write a day as a string: "YYYY-MM-DD".' });
  }

  parseLiteral(node: ValueNode): string {
    return this.parseValue(node.kind === Kind.STRING ? node.value : null);
  }
}
