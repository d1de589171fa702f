import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum DivisionLevel {
  PROVINCE = 'province',
  PREFECTURE = 'prefecture',
  COUNTY = 'county',
}

registerEnumType(DivisionLevel, { name: 'DivisionLevel' });

@ObjectType({ description: 'An administrative division of GB/T 2260.' })
export class Division {
  @Field(() => ID)
  code!: string;

  @Field()
  name!: string;

  @Field(() => DivisionLevel)
  level!: `${DivisionLevel}`;

  @Field(() => String, { nullable: true, description: 'Code of the division it lies in.' })
  parent!: string | null;
}
