import type { AssessErrorCode } from '@duixian/policy';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Bilingual } from '../../graphql/bilingual.js';
import { FieldProblem } from '../../graphql/refusal/refusal.js';
import { JsonObjectScalar, type JsonObjectInput } from '../../graphql/scalars/json-object.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { Assessment } from '../assessment/assessment.type.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'A case to be tried: nothing is recorded.' })
export class SimulationInput {
  @Field(() => ID, { description: 'Id of the measure.' })
  @ValueKind('reference')
  measure!: string;

  @Field(() => Int, { description: 'Programme year.' })
  @ValueKind('year')
  year!: number;

  @Field(() => PlainDate, { description: 'Day of the matter.' })
  occurredOn!: string;

  @Field({ description: 'Where the enterprise belongs: GB/T 2260.' })
  @ValueKind('division')
  division!: string;

  @Field(() => String, { nullable: true, description: 'Project, product or scenario, where the measure asks for one.' })
  @ValueKind('line')
  subject?: string | null;

  @Field(() => JsonObjectScalar, { description: 'By the names of the measure’s facts; money and percent as strings.' })
  facts!: JsonObjectInput;

  @Field(() => ID, {
    nullable: true,
    description: 'An enterprise of your city: what it was granted before, and what is left of pool and quota, count.',
  })
  @ValueKind('uscc')
  uscc?: string | null;

  @Field(() => [JsonObjectScalar], {
    nullable: true,
    description: 'Earlier grants: measure, year, subject, payer, amount.',
  })
  granted?: JsonObjectInput[] | null;

  @Field(() => JsonObjectScalar, { nullable: true, description: 'poolUsed and quotaUsed of the measure and year.' })
  programme?: JsonObjectInput | null;
}

/** Every code, under its own name. */
export const InvalidCaseCode = {
  INVALID_CASE: 'INVALID_CASE',
  INVALID_FACT: 'INVALID_FACT',
  NOT_PAYABLE: 'NOT_PAYABLE',
  UNKNOWN_MEASURE: 'UNKNOWN_MEASURE',
} as const satisfies { readonly [Code in AssessErrorCode]: Code };

registerEnumType(InvalidCaseCode, {
  name: 'InvalidCaseCode',
  description: 'Why a case cannot be assessed.',
  valuesMap: {
    INVALID_CASE: { description: 'A part of it is missing, or is none.' },
    INVALID_FACT: { description: 'A fact is missing, unknown or of the wrong kind; `fact` names it.' },
    NOT_PAYABLE: {
      description: 'Nothing is paid under the measure: another level of government pays, or it is no money.',
    },
    UNKNOWN_MEASURE: { description: 'No document has the measure.' },
  },
});

@ObjectType({ description: 'The case cannot be assessed as it was stated.' })
export class InvalidCase {
  @Field(() => InvalidCaseCode, { description: 'Stable: clients may decide by it.' })
  code!: AssessErrorCode;

  @Field(() => String, { nullable: true, description: 'The fact that is wrong; null where it is none.' })
  fact!: string | null;

  @Field(() => Bilingual, { description: 'What is wrong, and what to do.' })
  message!: Bilingual;

  @Field(() => [FieldProblem], { description: 'Every fact that is wrong, for a form.' })
  problems!: readonly FieldProblem[];
}

export const SimulationResult = createUnionType({
  name: 'SimulationResult',
  description: 'What the case would be due, or what is wrong with it.',
  types: () => [Assessment, InvalidCase] as const,
  resolveType: (value: Assessment | InvalidCase) => ('eligible' in value ? Assessment : InvalidCase),
});
