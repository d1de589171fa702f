import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { FieldProblem } from '../../graphql/refusal/refusal.js';
import { JsonObjectScalar, type JsonObjectInput } from '../../graphql/scalars/json-object.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { Assessment } from '../assessment/assessment.type.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'A case to be tried: nothing is recorded.' })
export class SimulationInput {
  @Field(() => ID)
  @ValueKind('reference')
  measure!: string;

  @Field(() => Int)
  @ValueKind('year')
  year!: number;

  @Field(() => PlainDate)
  occurredOn!: string;

  @Field({ description: 'Where the enterprise belongs: GB/T 2260.' })
  @ValueKind('division')
  division!: string;

  @Field(() => String, { nullable: true })
  @ValueKind('line')
  subject?: string | null;

  @Field(() => JsonObjectScalar)
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

@ObjectType({ description: 'The case cannot be assessed as it was stated.' })
export class InvalidCase {
  @Field({ description: 'INVALID_CASE, INVALID_FACT, UNKNOWN_MEASURE or NOT_PAYABLE.' })
  code!: string;

  @Field(() => String, { nullable: true })
  fact!: string | null;

  @Field()
  message!: string;

  @Field(() => [FieldProblem], { description: 'Every fact that is wrong, for a form.' })
  problems!: readonly FieldProblem[];
}

export const SimulationResult = createUnionType({
  name: 'SimulationResult',
  types: () => [Assessment, InvalidCase] as const,
  resolveType: (value: Assessment | InvalidCase) => ('eligible' in value ? Assessment : InvalidCase),
});
