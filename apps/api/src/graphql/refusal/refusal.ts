import { Field, ID, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { EvidenceKind } from '@duixian/casework';
import type { Fen } from '@duixian/money';
import { EvidenceKindEnum } from '../../policy/list/measure-enums.js';
import { Bilingual } from '../bilingual.js';
import { Money } from '../scalars/money.js';
import { RefusalCode } from './refusal-code.js';

@InterfaceType({ description: 'A case was refused: an expected answer, with a sentence that says what to do.' })
export abstract class Refusal {
  @Field(() => RefusalCode, { description: 'By which clients decide what to do.' })
  code!: RefusalCode;

  @Field(() => Bilingual, { description: 'What is wrong, and the way out.' })
  message!: Bilingual;

  @Field(() => String, { nullable: true, description: 'The input field that it is about.' })
  field!: string | null;
}

@ObjectType({ description: 'What is wrong with one field.' })
export class FieldProblem {
  @Field({ description: 'Path of the field, such as `contact.phone`.' })
  field!: string;

  @Field(() => Bilingual, { description: 'What is wrong, and the way out.' })
  message!: Bilingual;
}

@ObjectType({ implements: () => Refusal, description: 'INVALID_INPUT, WRONG_JURISDICTION: what was sent is wrong.' })
export class InvalidInput extends Refusal {
  @Field(() => [FieldProblem], { description: 'All that is wrong, field by field.' })
  problems!: readonly FieldProblem[];
}

@ObjectType({ implements: () => Refusal, description: 'NOT_FOUND, UNKNOWN_ENTERPRISE: there is no such thing here.' })
export class NotFound extends Refusal {}

@ObjectType({
  implements: () => Refusal,
  description:
    'NOT_YOUR_TURN, ALREADY_DECIDED, CHANGED_SINCE, PUBLICITY_NOT_OVER, NOTHING_TO_PAY, LAST_ADMINISTRATOR, NO_ACCOUNT, PROPOSAL_OPEN, ENTERPRISE_ENDED, NOTICE_NOT_GIVEN, RECOGNITION_ENDED, EXCLUDED, LIMIT_IN_FORCE: not now.',
})
export class NotAllowedNow extends Refusal {}

@ObjectType({
  implements: () => Refusal,
  description: 'SAME_PERSON, CAPACITY_MIXED, RECUSED, NOT_YOUR_OFFICE: not by this person.',
})
export class NotPermitted extends Refusal {}

@ObjectType({ description: 'A numbered document on which more than one live claim rests.' })
export class ContestedEvidence {
  @Field(() => EvidenceKindEnum, { description: 'Which kind of document it is.' })
  kind!: EvidenceKind;

  @Field({ description: 'Its number, in the one way of writing.' })
  number!: string;
}

@ObjectType({ implements: () => Refusal, description: 'EVIDENCE_CONTESTED: other live claims name the same evidence.' })
export class EvidenceContested extends Refusal {
  @Field(() => [ContestedEvidence], { description: 'The documents that are contested.' })
  evidence!: readonly ContestedEvidence[];

  @Field(() => [ID], { description: 'The other claims.' })
  claims!: readonly string[];
}

@ObjectType({ implements: () => Refusal, description: 'CEILING_REACHED: a cap, a pool or a quota has no room left.' })
export class CeilingReached extends Refusal {
  @Field(() => String, { description: 'Name of the control account (控制账户).' })
  account!: string;

  @Field(() => Money, { description: 'What it can hold.' })
  ceiling!: Fen;

  @Field(() => Money, { description: 'Of it: reserved or paid already.' })
  used!: Fen;
}

@ObjectType({
  implements: () => Refusal,
  description: 'DUPLICATE_CLAIM, ENTERPRISE_EXISTS, BANK_REFERENCE_USED, USERNAME_TAKEN: it exists already.',
})
export class Duplicate extends Refusal {}

@ObjectType({ implements: () => Refusal, description: 'TRY_AGAIN: others kept on changing it; send it once more.' })
export class TryAgain extends Refusal {}
