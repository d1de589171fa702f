import { Field, ID, InputType } from '@nestjs/graphql';
import { EventTypeEnum } from '../event-type.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'All that is given must hold.' })
export class EventFilter {
  @Field(() => String, { nullable: true, description: 'Whole name of a stream.' })
  @ValueKind('reference')
  stream?: string | null;

  @Field(() => EventTypeEnum, { nullable: true, description: 'Only events of this type.' })
  type?: string | null;

  @Field(() => ID, { nullable: true, description: 'A claim, with its payments, grants and documents.' })
  @ValueKind('reference')
  claim?: string | null;
}
