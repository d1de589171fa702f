import { Field, InputType } from '@nestjs/graphql';
import type { ContactDetails } from './contact-details.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'Whom to call at an enterprise, and where its money goes.' })
export class ContactInput {
  @Field()
  @ValueKind('name')
  name!: string;

  @Field()
  @ValueKind('line')
  phone!: string;

  @Field(() => String, { nullable: true })
  @ValueKind('line')
  email?: string | null;

  @Field(() => String, { nullable: true, description: '8 to 32 digits.' })
  @ValueKind('line')
  bankAccount?: string | null;
}

/** The contact as it is checked and kept: what was left empty is null. */
export function contactOf({ name, phone, email, bankAccount }: ContactInput): ContactDetails {
  return { name, phone, email: stated(email), bankAccount: stated(bankAccount) };
}

function stated(text: string | null | undefined): string | null {
  return text == null || text.trim() === '' ? null : text;
}
