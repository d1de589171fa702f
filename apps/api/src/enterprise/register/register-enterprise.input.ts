import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { ContactInput } from '../contact/contact.input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'The enterprise as its licence shows it (企业登记).' })
export class RegisterEnterpriseInput extends CommandInput {
  @Field(() => ID, { description: 'Unified social credit code (统一社会信用代码).' })
  @ValueKind('uscc')
  uscc!: string;

  @Field({ description: 'As on the licence.' })
  @ValueKind('name')
  name!: string;

  @Field({ description: 'Code of the county or district, as in GB/T 2260.' })
  @ValueKind('division')
  division!: string;

  @Field(() => ContactInput, { nullable: true, description: 'Whom to call; null where nobody is named yet.' })
  contact?: ContactInput | null;
}
