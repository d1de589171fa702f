import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Enterprise } from '../../enterprise/read/enterprise.type.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { Measure } from '../../policy/list/measure.type.js';
import { GrantedSums } from './yearly-total.type.js';

@ObjectType({
  description:
    'What another was granted and counts under the ceiling of the enterprise that goes on in its place (承继). It stands in the row of the one that was granted it: never add it to sums over enterprises. After a split every successor counts all of it.',
})
export class InheritedTotal {
  @Field(() => ID, { description: '`<successor’s code>:<predecessor’s code>:<measure>:<year>`.' })
  id!: string;

  @Field(() => Enterprise, { description: 'Who was granted it: a predecessor, or one before that.' })
  from!: Enterprise;

  @Field(() => PlainDate, { description: 'Day from which the enterprise goes on in its place.' })
  since!: string;

  @Field(() => Measure, { description: 'Whose ceiling it counts under.' })
  measure!: Measure;

  @Field(() => Int, { description: 'Programme year.' })
  year!: number;

  @Field(() => GrantedSums, { description: '`YearlyTotal.counted` of whom it is from.' })
  counted!: GrantedSums;
}
