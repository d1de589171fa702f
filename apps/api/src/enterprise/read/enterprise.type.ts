import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Division } from '../../division/division.type.js';
import { connectionOf } from '../../graphql/pagination.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import type { EnterpriseRow } from '../read-model/enterprise-table.js';

@ObjectType({ description: 'Whom to call, and where the money goes. Kept outside the log, so that it can be erased.' })
export class Contact {
  @Field()
  name!: string;

  @Field()
  phone!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  bankAccount!: string | null;
}

@ObjectType({ description: 'A move from one division to another.' })
export class EnterpriseMove {
  @Field(() => Division)
  from!: Division;

  @Field(() => Division)
  division!: Division;

  @Field(() => PlainDate, { description: 'First day in the new division.' })
  on!: string;
}

@ObjectType()
export class Enterprise {
  @Field(() => ID, { description: 'Unified social credit code (GB 32100-2015).' })
  uscc!: string;

  @Field()
  name!: string;

  @Field(() => PlainDate, { description: 'Day on which it was registered here.' })
  registeredOn!: string;

  /** The row it was made of: its other fields are resolved from it. */
  row!: EnterpriseRow;
}

@ObjectType()
export class EnterpriseConnection extends connectionOf(Enterprise, 'Enterprise') {}
