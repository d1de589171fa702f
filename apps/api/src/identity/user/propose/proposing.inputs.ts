import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../../command/command-input.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';
import type { Role } from '../../permission.js';
import { RoleEnum } from '../user.type.js';

@InputType({ isAbstract: true })
abstract class ReasonedInput extends CommandInput {
  @Field({ description: 'Why: it goes on record.' })
  @ValueKind('paragraph')
  reason!: string;
}

@InputType({ description: 'A new account, as it is to be.' })
export class OpenAccountInput extends ReasonedInput {
  @Field({ description: 'With which he signs in; nobody else has it, in any city.' })
  @ValueKind('line')
  username!: string;

  @Field({ description: 'His name.' })
  @ValueKind('name')
  displayName!: string;

  @Field({ description: 'GB/T 2260 code of his office.' })
  @ValueKind('division')
  division!: string;

  @Field(() => String, { nullable: true, description: "As the policies name it; a reviewer's is required." })
  @ValueKind('name')
  department?: string | null;

  @Field(() => [RoleEnum], { description: 'One: any two exclude each other.' })
  roles!: Role[];
}

@InputType({ isAbstract: true, description: 'A change of an account that there is.' })
abstract class AccountInput extends ReasonedInput {
  @Field(() => ID, { description: 'The user.' })
  @ValueKind('reference')
  id!: string;
}

@InputType({ description: 'Another office for somebody.' })
export class ChangeRolesInput extends AccountInput {
  @Field(() => [RoleEnum], { description: 'One: any two exclude each other.' })
  roles!: Role[];
}

@InputType({ description: 'Another name, or another place of office.' })
export class ChangeOfficeInput extends AccountInput {
  @Field({ description: 'His name.' })
  @ValueKind('name')
  displayName!: string;

  @Field({ description: 'GB/T 2260 code of his office.' })
  @ValueKind('division')
  division!: string;

  @Field(() => String, { nullable: true, description: "As the policies name it; a reviewer's is required." })
  @ValueKind('name')
  department?: string | null;
}

@InputType({ description: 'Lets somebody choose a new password who has lost his.' })
export class ResetPasswordInput extends AccountInput {}

@InputType({ description: 'Lets somebody try again who was shut out after too many attempts.' })
export class UnlockAccountInput extends AccountInput {}

@InputType({ description: 'Takes the second factor from somebody who has lost it.' })
export class ResetSecondFactorInput extends AccountInput {}

@InputType({ description: 'Lets somebody in again whose account was disabled.' })
export class EnableAccountInput extends AccountInput {}
