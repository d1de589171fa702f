import {
  defaultFieldResolver,
  getNamedType,
  isLeafType,
  isObjectType,
  type GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { requestError } from '../errors.js';
import { ANSWER_BYTES_MAX, ANSWER_FIELDS_MAX } from './limits.js';

/** Quotation marks, colon and comma around a value and its name. */
const PUNCTUATION_BYTES = 6;
/** A number, a truth value, a day, a moment, an amount of money, as text. */
const SHORT_BYTES = 24;

interface Metered {
  readonly meter: AnswerMeter;
}

/** Counts an answer while it is put together, and stops it before it is too large to be held or sent. */
export class AnswerMeter {
  private fields = 0;
  private bytes = 0;

  /** Whether the answer was stopped. */
  get isFull(): boolean {
    return this.fields > ANSWER_FIELDS_MAX || this.bytes > ANSWER_BYTES_MAX;
  }

  /** @throws GraphQLError `ANSWER_TOO_LARGE`; from then on at each call. */
  add(bytes: number): void {
    this.fields += 1;
    this.bytes += bytes;
    if (this.isFull) throw answerTooLarge();
  }
}

export function answerTooLarge(): GraphQLError {
  return requestError('ANSWER_TOO_LARGE', {
    zh: `答复超过 ${ANSWER_BYTES_MAX / 1_000_000} MB 或 ${ANSWER_FIELDS_MAX} 个字段，已中止；请减少字段或每页条数。`,
    en: `The answer is larger than ${ANSWER_BYTES_MAX / 1_000_000} MB or ${ANSWER_FIELDS_MAX} fields and was stopped: ask for fewer fields or smaller pages.`,
  });
}

/** Puts a meter on every field of the schema, which counts what the field adds to the answer. */
export function metered(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const fields: readonly GraphQLField<unknown, Metered>[] = Object.values(type.getFields());
    fields.forEach(meter);
  }
  return schema;
}

function meter(field: GraphQLField<unknown, Metered>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const isLeaf = isLeafType(getNamedType(field.type));
  field.resolve = (source, args, context, info) => {
    // The name is the client's own, and may be as long as he likes.
    context.meter.add(String(info.path.key).length + PUNCTUATION_BYTES);
    const value: unknown = resolve(source, args, context, info);
    if (!isLeaf) return value;
    if (value instanceof Promise) return value.then((settled: unknown) => counted(context.meter, settled));
    return counted(context.meter, value);
  };
}

function counted(meter: AnswerMeter, value: unknown): unknown {
  meter.add(bytesOf(value));
  return value;
}

function bytesOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + bytesOf(each) + PUNCTUATION_BYTES, 0);
  if (typeof value !== 'object' || value === null || value instanceof Date) return SHORT_BYTES;
  return Object.entries(value).reduce(
    (sum, [name, each]) => sum + name.length + PUNCTUATION_BYTES + bytesOf(each),
    PUNCTUATION_BYTES,
  );
}
