import { Field, InputType } from '@nestjs/graphql';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import type { SecurityEventKind } from '../security-event-kind.js';
import { SecurityEventKindEnum } from './security-entry.type.js';

@InputType({ description: 'All that is given must hold.' })
export class SecurityLogFilter {
  @Field(() => SecurityEventKindEnum, { nullable: true, description: 'Only this kind.' })
  kind?: SecurityEventKind | null;

  @Field(() => String, { nullable: true, description: 'Part of the username or of the name.' })
  @ValueKind('search')
  person?: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'From this day of Beijing time on.' })
  from?: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'Until this day of Beijing time, inclusive.' })
  until?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: what belongs to no city, such as attempts with a name that nobody has, instead of your own.',
  })
  ofNoCity?: boolean | null;
}
