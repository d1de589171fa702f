import type { EvidenceRef } from '@duixian/casework';
import type { Fen } from '@duixian/money';
import { Field, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { JsonObjectScalar, type JsonObjectInput } from '../../graphql/scalars/json-object.js';
import { Money } from '../../graphql/scalars/money.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { EvidenceKindEnum } from '../../policy/list/measure-enums.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'A numbered document: invoice, contract or certificate.' })
export class EvidenceInput implements EvidenceRef {
  @Field(() => EvidenceKindEnum)
  kind!: EvidenceRef['kind'];

  @Field()
  @ValueKind('line')
  number!: string;
}

/** What an enterprise states, at first and when a claim was returned to it. */
@InputType({ isAbstract: true })
export abstract class ApplicationInput extends CommandInput {
  @Field(() => PlainDate, { description: 'When the matter happened.' })
  occurredOn!: string;

  @Field(() => String, { nullable: true, description: 'Project, product or scenario, where the measure asks for one.' })
  @ValueKind('line')
  subject?: string | null;

  @Field(() => JsonObjectScalar, { description: "By the names of the measure's facts; money and percent as strings." })
  facts!: JsonObjectInput;

  @Field(() => Money)
  requestedAmount!: Fen;

  @Field(() => [EvidenceInput])
  evidence!: EvidenceInput[];
}
