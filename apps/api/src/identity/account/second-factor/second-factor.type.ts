import { createUnionType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { ValueKind } from '../../../graphql/values/value-kind.js';
import { BadCredentials, TooManyAttempts } from '../../login/login-result.js';

@InputType({ description: 'By which one proves oneself once more.' })
export class OwnProofInput {
  @Field({ description: 'The present password.' })
  @ValueKind('password')
  currentPassword!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of the second factor that counts now, or a recovery code; needed when there is one.',
  })
  @ValueKind('line')
  code?: string | null;
}

@ObjectType({ description: 'A secret for an authenticator. It counts once `enrolSecondFactor` was sent a code of it.' })
export class SecondFactorOffer {
  @Field({ description: 'In Base32, to be typed in where no code can be read.' })
  secret!: string;

  @Field({ description: '`otpauth://…`, to be shown as a QR code.' })
  uri!: string;
}

@ObjectType({ description: 'Recovery codes, each good once. They are shown this once.' })
export class RecoveryCodes {
  @Field(() => [String], { description: 'Such as `7K3M-Q0ZD-91XB-TT4E`.' })
  codes!: string[];
}

export const OfferSecondFactorResult = createUnionType({
  name: 'OfferSecondFactorResult',
  description: 'A secret to be taken, or why there is none.',
  types: () => [SecondFactorOffer, BadCredentials, TooManyAttempts] as const,
});

export const RecoveryCodesResult = createUnionType({
  name: 'RecoveryCodesResult',
  description: 'New recovery codes, or why there are none.',
  types: () => [RecoveryCodes, BadCredentials, TooManyAttempts] as const,
});
