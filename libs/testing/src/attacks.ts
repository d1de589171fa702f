/** Who sends it, what, with which variables, and how it was found to hurt. */
export interface Attack {
  readonly name: string;
  readonly query: string;
  readonly variables?: object;
  /** By a stranger; by a clerk of the attacked city otherwise. */
  readonly anonymous?: true;
}

const many = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');

const DOUBLING = many(13, (level) => {
  const inner = level === 12 ? 'id' : `...F${level + 1}`;
  return `fragment F${level} on Claim { a: payments { claim { ${inner} } } b: payments { claim { ${inner} } } }`;
});

const SAME_NAMES = (depth: number): string =>
  depth === 0 ? 'id' : many(6, () => `claim(id: "x") { ${SAME_NAMES(depth - 1)} }`);

const NESTED_TYPES = (depth: number): string =>
  depth === 0 ? 'name' : `fields { type { ofType { ofType { ofType { ${NESTED_TYPES(depth - 1)} } } } } }`;

const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) });

/** Alternately below and above: to be put in order, each has to pass those before it. */
const MARKS = `a${'\u0301\u0323'.repeat(20_000)}`;

const FILTERED = 'query ($filter: ClaimFilter) { claims(filter: $filter) { nodes { id } } }';

/** Each is one request to GraphQL by which somebody tried to keep others from theirs. */
export const ATTACKS: readonly Attack[] = [
  {
    name: 'documents in clauses in documents',
    query: '{measures{policy{articles{clauses{policy{articles{clauses{policy{text}}}}}}}}}',
  },
  {
    name: 'the same, with all that a clause holds',
    query:
      '{measures{policy{articles{clauses{policy{articles{clauses{policy{articles{clauses{quotes conditions{zh en}facts{label{zh en}values{value label{zh}}}}}}}}}}}}}',
  },
  { name: 'fragments that double thirteen times', query: `{ claim(id: "x") { ...F0 } } ${DOUBLING}` },
  {
    name: 'a null for the size of a page',
    query:
      'query ($n: Int) { enterprises(first: $n) { nodes { claims(first: $n) { nodes { timeline { data summary { zh en } } } } } } }',
    variables: { n: null },
  },
  {
    name: 'a size of a page that is no number',
    query: 'query ($n: Int) { enterprises(first: $n) { nodes { claims(first: $n) { nodes { id } } } } }',
    variables: { n: { a: 1 } },
  },
  { name: 'types in types', query: `{ __schema { types { ${NESTED_TYPES(6)} } } }`, anonymous: true },
  {
    name: 'types under many names',
    query: `{ __schema { ${many(200, (index) => `a${index}: types { fields { name } }`)} } }`,
    anonymous: true,
  },
  {
    name: 'many schemas',
    query: `{ ${many(300, (index) => `a${index}: __schema { types { name } }`)} }`,
    anonymous: true,
  },
  {
    name: 'a hundred lists of the log',
    query: `{ ${many(100, (index) => `a${index}: events(first: 100) { totalCount nodes { data } }`)} }`,
  },
  {
    name: '660 times one small question',
    query: `{ ${many(660, (index) => `a${index}: publicInfo { demo }`)} }`,
    anonymous: true,
  },
  { name: 'fields of one name within each other', query: `{ ${SAME_NAMES(4)} }`, anonymous: true },
  { name: 'fields of one name beside each other', query: `{ ${many(1_900, () => 'me { id }')} }`, anonymous: true },
  {
    name: 'fragments that hold themselves',
    query: '{ ...A } fragment A on Query { me { id } ...B } fragment B on Query { ...A }',
    anonymous: true,
  },
  { name: 'directives', query: `{ me { ${many(300, () => 'id @include(if: true)')} } }` },
  { name: 'many operations', query: many(200, (index) => `query Q${index} { me { id } }`), anonymous: true },
  { name: 'nothing but brackets', query: '{a'.repeat(1_900) + '}'.repeat(1_900), anonymous: true },
  {
    name: 'a long name for what is repeated',
    query: `{ divisions { ${'n'.repeat(50_000)}: name } }`,
  },
  {
    name: 'a long name that each of its errors repeats',
    query: `query ${'n'.repeat(50_000)} { ${many(20, (index) => `a${index}: claims(first: $a, after: $b, last: $c, before: $d) { totalCount }`)} }`,
    anonymous: true,
  },
  {
    name: 'an object of names that nobody knows',
    query: FILTERED,
    variables: { filter: Object.fromEntries(Array.from({ length: 15_000 }, (_, index) => [`k${index}`, 1])) },
    anonymous: true,
  },
  {
    name: 'a long value that fifty of its neighbours make wrong',
    query: FILTERED,
    variables: {
      filter: { long: 'x'.repeat(200_000), ...Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`k${n}`, 1])) },
    },
    anonymous: true,
  },
  {
    name: 'a list of values that nobody knows',
    query: FILTERED,
    variables: { filter: { status: Array.from({ length: 25_000 }, () => 'PAYED') } },
    anonymous: true,
  },
  {
    name: 'an object in an object, a thousand times',
    query: FILTERED,
    variables: { filter: nested(1_000) },
    anonymous: true,
  },
  {
    name: 'variables of types that nobody knows',
    query: `query (${many(700, (index) => `$v${index}: ClaimFilte${index}`)}) { me { id } }`,
    anonymous: true,
  },
  {
    name: 'fragments on types that nobody knows',
    query: `{ ${many(700, (index) => `... on Claime${index} { id }`)} }`,
    anonymous: true,
  },
  { name: 'commas', query: `${','.repeat(200_000)}{ __typename }`, anonymous: true },
  {
    name: 'a long text',
    query: `{ claims(filter: { reason: "${'x'.repeat(200_000)}" }) { totalCount } }`,
    anonymous: true,
  },
  {
    name: 'a name of nothing but marks, which takes long to be put in order',
    query: 'mutation ($name: String!) { login(username: $name, password: "x") { __typename } }',
    variables: { name: MARKS },
    anonymous: true,
  },
  { name: 'such a text within the query', query: `{ claims(filter: { query: "${MARKS}" }) { totalCount } }` },
  {
    name: 'such a name of a fact',
    query: 'query ($input: SimulationInput!) { simulate(input: $input) { __typename } }',
    variables: {
      input: { division: '350500', measure: 'm', occurredOn: '2025-01-01', year: 2025, facts: { [MARKS]: '1' } },
    },
  },
];
