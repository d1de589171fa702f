import { Field, InputType } from '@nestjs/graphql';
import type { ContactDetails } from './contact-details.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'Whom to call at an enterprise.' })
export class ContactInput {
  @Field({ description: 'Name of the person.' })
  @ValueKind('name')
  name!: string;

  @Field({ description: 'Telephone number, with its area code.' })
  @ValueKind('line')
  phone!: string;

  @Field(() => String, { nullable: true, description: 'Address of email; null where there is none.' })
  @ValueKind('line')
  email?: string | null;
}

/** The contact as it is checked and kept: what was left empty is null. */
export function contactOf({ name, phone, email }: ContactInput): ContactDetails {
  return { name, phone, email: stated(email) };
}

function stated(text: string | null | undefined): string | null {
  return text == null || text.trim() === '' ? null : text;
}
