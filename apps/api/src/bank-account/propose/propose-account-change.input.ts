import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'Where the enterprise’s money shall go (收款账户).' })
export class ProposeAccountChangeInput extends CommandInput {
  @Field(() => ID, { description: 'Whose account it is.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field({ description: '户名: the name in which the account is held.' })
  @ValueKind('name')
  holder!: string;

  @Field({ description: '开户银行: the bank with its branch.' })
  @ValueKind('name')
  bank!: string;

  @Field({ description: '联行号: CNAPS code of the branch, 12 digits.' })
  @ValueKind('line')
  cnaps!: string;

  @Field({ description: '账号: 8 to 32 digits. Blanks and hyphens between them are left out.' })
  @ValueKind('line')
  number!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why the holder is not the enterprise itself; goes on record. Demanded then.',
  })
  @ValueKind('paragraph')
  holderReason?: string | null;
}
