import { Field, InputType } from '@nestjs/graphql';
import type { ContactDetails } from './contact-details.js';

@InputType({ description: 'Whom to call at an enterprise, and where its money goes.' })
export class ContactInput {
  @Field()
  name!: string;

  @Field()
  phone!: string;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true, description: '8 to 32 digits.' })
  bankAccount?: string | null;
}

/** The contact as it is checked and kept: what was left empty is null. */
export function contactOf({ name, phone, email, bankAccount }: ContactInput): ContactDetails {
  return { name, phone, email: stated(email), bankAccount: stated(bankAccount) };
}

function stated(text: string | null | undefined): string | null {
  return text == null || text.trim() === '' ? null : text;
}
