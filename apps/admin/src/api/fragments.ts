import { type ResultOf, graphql } from './graphql.js';

/** A sentence or label in both languages. */
export const bilingual = graphql('fragment Bilingual on Bilingual { zh en }');
export type Bilingual = ResultOf<typeof bilingual>;

/** A division of GB/T 2260: six digits and its name. */
export const division = graphql('fragment Division on Division { code name }');
export type Division = ResultOf<typeof division>;
