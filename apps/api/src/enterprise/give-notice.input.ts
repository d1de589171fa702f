import type { NoticeWay } from '@duixian/registry';
import { Field, InputType } from '@nestjs/graphql';
import { ValueKind } from '../graphql/values/value-kind.js';
import { ProposalInput } from './proposal.input.js';
import { NoticeWayEnum } from './read/change.type.js';

@InputType({ description: 'How the contact of before was told of a proposed account or contact.' })
export class GiveNoticeInput extends ProposalInput {
  @Field(() => NoticeWayEnum, { description: 'By what means.' })
  how!: NoticeWay;

  @Field({
    description:
      'Who was reached, and what was said; goes on record for good, so no whole number: 1 to 500 characters.',
  })
  @ValueKind('paragraph')
  note!: string;
}
