/** How deep fields may be nested: the admin's deepest query has 8. */
export const DEPTH_MAX = 12;
/** How deep a question about the schema may be nested: the usual one has 15. */
export const INTROSPECTION_DEPTH_MAX = 16;
/** Fields that a document may select, fragments put in place: the admin's largest selects about 200. */
export const SELECTED_MAX = 1_000;
/** Fields that a question about the schema may select: the usual one has about 250. */
export const INTROSPECTION_SELECTED_MAX = 400;
/** Pairs of fields with one name that validation has to compare. */
export const COMPARISONS_MAX = 5_000;
/** How often one object may be asked for the same field, under names of their own. */
export const ALIASES_MAX = 20;
/** Fields of `Query` or `Mutation` in one request. */
export const ROOT_FIELDS_MAX = 30;
/** Operations and fragments of a document. */
export const DEFINITIONS_MAX = 50;
export const DIRECTIVES_MAX = 100;
/** Tokens of a document; the admin's largest has about 600. */
export const TOKENS_MAX = 4_000;
/** Characters of a document; the admin's largest has about 5,000. What is wrong with it is looked for in all of them. */
export const QUERY_LENGTH_MAX = 64_000;
/** Characters of a name in it; the schema's longest has 30. Errors repeat a name wherever it stands. */
export const NAME_LENGTH_MAX = 200;
/** Errors that are looked for in a document that does not fit the schema. */
export const VALIDATION_ERRORS_MAX = 10;
/** Values that the variables may hold, however they nest: a claim with all its facts and evidence has about 300. */
export const VARIABLE_VALUES_MAX = 2_000;
/** How deep they may nest. */
export const VARIABLE_DEPTH_MAX = 16;
/** Combining marks on one character, as Unicode’s stream-safe text has them: more take longer to put in order than their square. */
export const MARKS_MAX = 30;
/** Fields that an answer may hold, by estimate: a claim with its whole file has about 13,000. */
export const FIELDS_MAX = 22_000;
/** Statements that a request may run, by estimate: the dashboard runs 10, a full page of claims with everything 14. */
export const STATEMENTS_MAX = 60;
/** Bytes of an answer; the largest document with all its clauses has about 200,000. */
export const ANSWER_BYTES_MAX = 5_000_000;
/** Fields that an answer may really hold, whatever was estimated. */
export const ANSWER_FIELDS_MAX = 40_000;
/** What a statement weighs against a field, where both are counted together. */
export const STATEMENT_WEIGHS = 20;
