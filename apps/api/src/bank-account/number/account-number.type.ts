import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { NotFound, NotPermitted } from '../../graphql/refusal/refusal.js';

@ObjectType({ description: 'A bank account as it is paid to. Reading it is on record.' })
export class AccountNumber {
  @Field({ description: '户名.' })
  holder!: string;

  @Field({ description: 'The whole number.' })
  number!: string;
}

export const AccountNumberResult = createUnionType({
  name: 'AccountNumberResult',
  description: 'The account, or why it is not shown.',
  types: () => [AccountNumber, NotFound, NotPermitted] as const,
});
