import { Field, ObjectType } from '@nestjs/graphql';
import { ProposedChange } from './change.type.js';

@ObjectType({ description: 'A contact that can be recognised and not used.' })
export class MaskedContact {
  @Field({ description: 'First character of the name.' })
  name!: string;

  @Field({ description: 'Last digits of the telephone number.' })
  phone!: string;

  @Field(() => String, { nullable: true, description: 'First letter and domain of the address.' })
  email!: string | null;
}

@ObjectType({ description: "A proposal for an enterprise's contact, and what became of it." })
export class ContactChange extends ProposedChange {
  @Field(() => MaskedContact, { nullable: true, description: 'Null where none was in force.' })
  was!: MaskedContact | null;

  @Field(() => MaskedContact, { description: 'What shall take its place, or did.' })
  now!: MaskedContact;

  @Field({ description: 'Whether the whole of it was erased.' })
  erased!: boolean;
}
