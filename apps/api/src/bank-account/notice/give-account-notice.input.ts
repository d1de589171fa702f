import type { NoticeWay } from '@duixian/registry';
import { Field, InputType } from '@nestjs/graphql';
import { ProposalInput } from '../../enterprise/proposal.input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { NoticeWayEnum } from '../read/bank-account-change.type.js';

@InputType({ description: 'How the contact of before was told of a proposed account.' })
export class GiveAccountNoticeInput extends ProposalInput {
  @Field(() => NoticeWayEnum, { description: 'By what means.' })
  how!: NoticeWay;

  @Field({ description: 'Who was reached, and what was said; goes on record: 1 to 500 characters.' })
  @ValueKind('paragraph')
  note!: string;
}
