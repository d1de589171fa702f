import { Field, ObjectType } from '@nestjs/graphql';
import { RoleEnum } from '../identity/user/user.type.js';
import type { Role } from '../identity/permission.js';
import { Division } from '../division/division.type.js';

@ObjectType({ description: 'An account of the demo, ready to be signed in with.' })
export class DemoAccountInfo {
  @Field()
  username!: string;

  @Field()
  password!: string;

  @Field()
  displayName!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => Division, { description: 'Where the office is.' })
  office!: Division;

  @Field(() => String, { nullable: true })
  department!: string | null;
}

@ObjectType({ description: 'What anybody may know before signing in.' })
export class PublicInfo {
  @Field({ description: 'Whether this database holds the demo.' })
  demo!: boolean;

  @Field(() => [DemoAccountInfo], { description: 'Empty unless the demo was played.' })
  demoAccounts!: DemoAccountInfo[];
}
