import { Field, ObjectType } from '@nestjs/graphql';
import { RoleEnum } from '../identity/user/user.type.js';
import type { Role } from '../identity/permission.js';
import { Division } from '../division/division.type.js';

@ObjectType({ description: 'An account of the demo, ready to be signed in with.' })
export class DemoAccountInfo {
  @Field({ description: 'To sign in with.' })
  username!: string;

  @Field({ description: 'The same for all of them.' })
  password!: string;

  @Field({ description: 'His name.' })
  displayName!: string;

  @Field(() => RoleEnum, { description: 'His office.' })
  role!: Role;

  @Field(() => Division, { description: 'Where the office is.' })
  office!: Division;

  @Field(() => String, { nullable: true, description: 'Of a reviewer; null for others.' })
  department!: string | null;
}

@ObjectType({ description: 'What anybody may know before signing in.' })
export class PublicInfo {
  @Field({ description: 'Whether this database holds the demo.' })
  demo!: boolean;

  @Field(() => [DemoAccountInfo], { description: 'Empty unless the demo was played.' })
  demoAccounts!: DemoAccountInfo[];

  @Field(() => String, {
    nullable: true,
    description:
      'What the identity provider is called with which one may sign in at `/oidc/start`; null = there is none.',
  })
  identityProvider!: string | null;
}
