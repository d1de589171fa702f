import { registerEnumType } from '@nestjs/graphql';

export enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}

registerEnumType(SortDirection, {
  name: 'SortDirection',
  description: 'Which way a list runs.',
  valuesMap: { ASC: { description: 'The least first.' }, DESC: { description: 'The greatest first.' } },
});
