import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PlainDate } from '../graphql/scalars/plain-date.js';

export enum DivisionLevel {
  PROVINCE = 'province',
  PREFECTURE = 'prefecture',
  COUNTY = 'county',
}

registerEnumType(DivisionLevel, {
  name: 'DivisionLevel',
  description: 'Level of a division.',
  valuesMap: {
    COUNTY: { description: 'County, district, county-level city, or a zone with a treasury like one (县级).' },
    PREFECTURE: { description: 'Prefecture-level city (设区市).' },
    PROVINCE: { description: 'Province, autonomous region or municipality (省级).' },
  },
});

export enum DivisionKind {
  ADMINISTRATIVE = 'administrative',
  ZONE = 'zone',
}

registerEnumType(DivisionKind, {
  name: 'DivisionKind',
  description: 'Whether the standard knows it.',
  valuesMap: {
    ADMINISTRATIVE: { description: 'A division of GB/T 2260 (行政区划).' },
    ZONE: {
      description: 'A zone that its city lists: 开发区、投资区、高新区, with officials and a treasury of its own.',
    },
  },
});

@ObjectType({ description: 'An administrative division of GB/T 2260, or a zone, while it had one name and place.' })
export class Division {
  @Field(() => ID, { description: "Six digits of GB/T 2260; of a zone its city's own." })
  code!: string;

  @Field({ description: 'Its name in Chinese.' })
  name!: string;

  @Field(() => DivisionLevel, { description: 'Province, city or county.' })
  level!: `${DivisionLevel}`;

  @Field(() => DivisionKind, { description: 'Division of the standard, or zone.' })
  kind!: `${DivisionKind}`;

  @Field(() => String, { nullable: true, description: 'Code of the division it lies in.' })
  parent!: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'First day, where it is known and not long past.' })
  from!: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'First day on which it was no longer in force.' })
  to!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the division that goes on with what is open there.' })
  successor!: string | null;
}
