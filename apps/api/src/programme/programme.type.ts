import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Measure } from '../policy/list/measure.type.js';

export enum ProgrammeKind {
  POOL = 'POOL',
  QUOTA = 'QUOTA',
}

registerEnumType(ProgrammeKind, { name: 'ProgrammeKind', description: '资金总额、名额.' });

@ObjectType({ description: 'A ceiling over all enterprises in a year: yuan of a pool, or subjects of a quota.' })
export class Programme {
  @Field(() => ID)
  id!: string;

  @Field(() => Measure)
  measure!: Measure;

  @Field(() => Int)
  year!: number;

  @Field(() => ProgrammeKind)
  kind!: ProgrammeKind;

  @Field({ description: 'Yuan, or a count.' })
  ceiling!: string;

  @Field()
  reserved!: string;

  @Field()
  paid!: string;

  @Field({ description: 'Reserved and paid.' })
  used!: string;

  @Field()
  remaining!: string;
}
