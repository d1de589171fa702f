import type { NoticeWay } from '@duixian/registry';
import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../command/command-input.js';
import { ValueKind } from '../graphql/values/value-kind.js';
import { NoticeWayEnum } from './read/change.type.js';

@InputType({ description: 'How the contact of before was told of a proposed account or contact.' })
export class GiveNoticeInput extends CommandInput {
  @Field(() => ID, { description: 'The enterprise.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field(() => ID, { description: 'The proposal.' })
  @ValueKind('uuid')
  proposal!: string;

  @Field(() => NoticeWayEnum, { description: 'By what means.' })
  how!: NoticeWay;

  @Field({
    description:
      'Who was reached, and what was said; goes on record for good, so no whole number: 1 to 500 characters.',
  })
  @ValueKind('paragraph')
  note!: string;
}
