import { CustomScalar, Scalar } from '@nestjs/graphql';
import type { ValueNode } from 'graphql';

/** A moment, ISO 8601 in UTC, a string inside as well. Only answers hold one; no input does. */
@Scalar('DateTime')
export class DateTime implements CustomScalar<string, string> {
  readonly description = 'A moment in UTC: ISO 8601.';

  serialize(value: unknown): string {
    if (typeof value === 'string') return value;
    throw new TypeError('A field of type DateTime was given something else.');
  }

  parseValue(): never {
    throw new TypeError('No input takes a DateTime.');
  }

  parseLiteral(_node: ValueNode): never {
    return this.parseValue();
  }
}
