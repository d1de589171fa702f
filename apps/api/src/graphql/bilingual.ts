import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'The same sentence or name in Chinese and in English.' })
export class Bilingual {
  @Field({ description: 'In Chinese.' })
  zh!: string;

  @Field({ description: 'In English.' })
  en!: string;
}
