import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ProposedChange } from '../../enterprise/read/change.type.js';

@ObjectType({ description: 'A bank account that can be recognised and not used.' })
export class MaskedAccount {
  @Field(() => ID, { description: 'The proposal by which it came on record.' })
  proposal!: string;

  @Field({ description: '开户银行.' })
  bank!: string;

  @Field({ description: '联行号: CNAPS code.' })
  cnaps!: string;

  @Field({ description: 'First and last digits of the number.' })
  mask!: string;
}

@ObjectType({ description: "A proposal for an enterprise's bank account, and what became of it." })
export class BankAccountChange extends ProposedChange {
  @Field(() => MaskedAccount, { description: 'The account. Of one that was found, only the number is known.' })
  account!: MaskedAccount;

  @Field(() => String, { nullable: true, description: 'Why the holder is not the enterprise; null where it is.' })
  holderReason!: string | null;
}
