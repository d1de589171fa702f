import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum DivisionLevel {
  PROVINCE = 'province',
  PREFECTURE = 'prefecture',
  COUNTY = 'county',
}

registerEnumType(DivisionLevel, {
  name: 'DivisionLevel',
  description: 'Level of a division.',
  valuesMap: {
    COUNTY: { description: 'County, district or county-level city (县级).' },
    PREFECTURE: { description: 'Prefecture-level city (设区市).' },
    PROVINCE: { description: 'Province, autonomous region or municipality (省级).' },
  },
});

@ObjectType({ description: 'An administrative division of GB/T 2260.' })
export class Division {
  @Field(() => ID, { description: 'Six digits of GB/T 2260.' })
  code!: string;

  @Field({ description: 'Its name in Chinese.' })
  name!: string;

  @Field(() => DivisionLevel, { description: 'Province, city or county.' })
  level!: `${DivisionLevel}`;

  @Field(() => String, { nullable: true, description: 'Code of the division it lies in.' })
  parent!: string | null;
}
