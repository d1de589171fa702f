import { Field, ID, InputType } from '@nestjs/graphql';
import { ValueKind } from '../graphql/values/value-kind.js';

@InputType({
  description:
    'A state of the past: by position of the log, or by moment; one of the two. All of a request is answered at one position.',
})
export class AsOf {
  @Field(() => ID, {
    nullable: true,
    description: 'Position of the last event that is in the answer; 0 is the empty log.',
  })
  @ValueKind('position')
  position?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A moment, Beijing time unless it states an offset: 2026-11-26T09:30, with or without seconds, or a day, which means its end. All that was recorded by then is in the answer. One that is yet to come, or before the first event, is refused.',
  })
  @ValueKind('moment')
  moment?: string | null;
}
