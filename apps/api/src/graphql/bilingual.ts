import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'The same sentence or name in Chinese and in English.' })
export class Bilingual {
  @Field()
  zh!: string;

  @Field()
  en!: string;
}
