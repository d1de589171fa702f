import { CustomScalar, Scalar } from '@nestjs/graphql';
import { Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { badInput } from '../errors.js';

/** A JSON object as it came; whoever takes one as input parses it against what he knows. */
export type JsonObjectInput = Readonly<Record<string, unknown>>;

@Scalar('JSONObject')
export class JsonObjectScalar implements CustomScalar<JsonObjectInput, JsonObjectInput> {
  readonly description = 'A JSON object.';

  serialize(value: unknown): JsonObjectInput {
    if (!isJsonObject(value)) throw new TypeError('A field of type JSONObject was given something else.');
    return value;
  }

  parseValue(value: unknown): JsonObjectInput {
    if (!isJsonObject(value)) {
      throw badInput('JSONObject', { zh: '此处需要一个 JSON 对象。', en: 'A JSON object is needed here.' });
    }
    return value;
  }

  parseLiteral(node: ValueNode, variables?: Record<string, unknown> | null): JsonObjectInput {
    // Written into the query as a literal rather than sent as a variable.
    return this.parseValue(node.kind === Kind.OBJECT ? valueFromASTUntyped(node, variables) : null);
  }
}

function isJsonObject(value: unknown): value is JsonObjectInput {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
