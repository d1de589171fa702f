import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { NotAllowedNow, NotFound, NotPermitted } from '../../graphql/refusal/refusal.js';
import { DateTime } from '../../graphql/scalars/date-time.js';

@ObjectType({
  description:
    'A code with which an official chooses his own password. You draw one half of it, and another administrator the other.',
})
export class ActivationCode {
  @Field(() => ID, { description: 'The official whose account it activates.' })
  official!: string;

  @Field({ description: 'Of the official.' })
  username!: string;

  @Field({ description: 'Of the official.' })
  displayName!: string;

  @Field(() => DateTime, { description: 'Until when it can be drawn and used.' })
  expiresAt!: string;

  @Field({ description: 'Whether it can be used no more: a new one takes a proposal to reset the password.' })
  hasExpired!: boolean;

  @Field({ description: 'Whether you have drawn your half.' })
  isDrawn!: boolean;

  @Field({ description: 'Of who draws the other half.' })
  otherUsername!: string;

  @Field({ description: 'Of who draws the other half.' })
  otherDisplayName!: string;

  @Field({ description: 'Whether the other half was drawn.' })
  isOtherDrawn!: boolean;
}

@ObjectType({ description: 'One half of an activation code. It is shown this once: hand it to the official himself.' })
export class ActivationCodeHalf {
  @Field({ description: 'Such as `7K3M-Q0ZD-91XB-TT4E`.' })
  half!: string;

  @Field(() => DateTime, { description: 'Until when both halves can be used.' })
  expiresAt!: string;
}

export const DrawActivationCodeResult = createUnionType({
  name: 'DrawActivationCodeResult',
  description: 'Your half, or why there is none.',
  types: () => [ActivationCodeHalf, NotFound, NotPermitted, NotAllowedNow] as const,
});
