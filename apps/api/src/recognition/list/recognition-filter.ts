import { Field, ID, InputType } from '@nestjs/graphql';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import {
  EntryStandingEnum,
  ListStandingEnum,
  type EntryStanding,
  type ListStanding,
} from '../read/recognition.type.js';

@InputType({ description: 'All that is given must hold.' })
export class RecognitionListFilter {
  @Field(() => String, { nullable: true, description: 'Part of the number, the title or the authority.' })
  @ValueKind('search')
  query?: string | null;

  @Field(() => ListStandingEnum, { nullable: true, description: 'How it stands today.' })
  standing?: ListStanding | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a second person has to answer something.' })
  isOpen?: boolean | null;
}

@InputType({ description: 'All that is given must hold.' })
export class RecognitionEntryFilter {
  @Field(() => ID, { nullable: true, description: 'Number of the document of a list.' })
  @ValueKind('reference')
  list?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of an enterprise: its entries, and those of all in whose place it goes on.',
  })
  @ValueKind('uscc')
  uscc?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or of what was recognised, the start of a credit code, or a certificate’s number.',
  })
  @ValueKind('search')
  query?: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'A day whose matters it covers: in force, and valid then.' })
  covers?: string | null;

  @Field(() => EntryStandingEnum, { nullable: true, description: 'How it stands.' })
  standing?: EntryStanding | null;
}
