import { CustomScalar, Scalar } from '@nestjs/graphql';
import { fen, formatYuan } from '@duixian/money';
import { Kind, type ValueNode } from 'graphql';
import { badInput } from '../errors.js';

/**
 * Money: yuan as a string with two decimals at the edge, fen inside; GraphQL's Float cannot hold it exactly. An input
 * is taken as the text that it is, and read where all arguments are, which knows its path.
 */
@Scalar('Money')
export class Money implements CustomScalar<string, string> {
  readonly description = 'Yuan as a string with two decimals, such as "150000.00".';

  serialize(value: unknown): string {
    if (typeof value !== 'bigint') throw new TypeError('A field of type Money was given something other than fen.');
    return formatYuan(fen(value));
  }

  parseValue(value: unknown): string {
    if (typeof value === 'string') return value;
    throw badInput('Money', {
      zh: '金额请写成元，最多两位小数，并加引号，例如 "150000.00"。',
      en: 'Write money as yuan in a string with at most two decimals, such as "150000.00".',
    });
  }

  parseLiteral(node: ValueNode): string {
    return this.parseValue(node.kind === Kind.STRING ? node.value : null);
  }
}
