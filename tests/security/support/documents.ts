import type { Request } from './transports';

const times = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const nested = (depth: number): string =>
  `{ product(id: 1) { ${'twin { '.repeat(depth - 2)} id ${'} '.repeat(depth - 1)} }`;
/** Fragments each of which spreads the next one twice: a hundred tokens, a thousand million fields. */
const doubling = (levels: number): string =>
  `${times(levels, (i) => `fragment F${i} on Product { ...F${i + 1} ...F${i + 1} }`)} fragment F${levels} on Product { id }`;
const list = (first: string): string => `products(first: ${first}) { nodes { stock { onHand } } }`;
// A page of n costs n products and n stocks, and itself.
const AFFORDABLE = 4_999;

/** Each with the code of its refusal. */
export const abusive: [what: string, request: Request, code: string][] = [
  ['13 levels', { query: nested(13) }, 'QUERY_TOO_COMPLEX'],
  [
    '13 levels by fragments',
    {
      query: `{ product(id: 1) { ...A } } fragment A on Product { ${'twin { '.repeat(5)} ...B ${'} '.repeat(5)} }
        fragment B on Product { ... on Product { ${'twin { '.repeat(6)} id ${'} '.repeat(6)} } }`,
    },
    'QUERY_TOO_COMPLEX',
  ],
  ['16 aliases', { query: `{ ${times(16, (i) => `a${i}: __typename`)} }` }, 'QUERY_TOO_COMPLEX'],
  [
    '16 aliases by a fragment that is used twice',
    {
      query: `{ product(id: 1) { ...A twin { ...A } } } fragment A on Product { ${times(8, (i) => `a${i}: name`)} }`,
    },
    'QUERY_TOO_COMPLEX',
  ],
  [
    '6 directives',
    { query: `{ ${times(6, () => '... @include(if: true) { __typename }')} }` },
    'QUERY_TOO_COMPLEX',
  ],
  [
    '6 directives by a fragment that is used twice',
    {
      query: `{ product(id: 1) { ...A twin { ...A } } } fragment A on Product { ${times(3, () => 'id @skip(if: false)')} }`,
    },
    'QUERY_TOO_COMPLEX',
  ],
  ['1,001 tokens', { query: `{ ${'__typename '.repeat(999)} }` }, 'QUERY_TOO_COMPLEX'],
  [
    'fragments that double 30 times',
    { query: `{ product(id: 1) { ...F0 } } ${doubling(30)}` },
    'QUERY_TOO_COMPLEX',
  ],
  [
    'fragments that double 12 times, in 60 operations',
    {
      query: `${times(60, (i) => `query Q${i} { product(id: 1) { ...F0 } }`)} ${doubling(12)}`,
      operationName: 'Q7',
    },
    'QUERY_TOO_COMPLEX',
  ],
  [
    'fragments that spread themselves',
    {
      query:
        '{ product(id: 1) { ...A } } fragment A on Product { ...B } fragment B on Product { twin { ...A } }',
    },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'one field 180 times, to be merged, beside one that does not exist',
    { query: `{ product(id: 1) { ${'twin { id } '.repeat(180)} nothing } }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '900 fields that do not exist',
    { query: `{ product(id: 1) { ${times(900, (i) => `prodct${i}`)} } }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a page of 5,000', { query: `{ ${list('5000')} }` }, 'QUERY_TOO_COMPLEX'],
  [
    'a page of 5,000 by a variable',
    { query: `query ($n: Int) { ${list('$n')} }`, variables: { n: 5_000 } },
    'QUERY_TOO_COMPLEX',
  ],
  [
    "a page of 5,000 by a variable's default",
    { query: `query ($n: Int = 5000) { ${list('$n')} }` },
    'QUERY_TOO_COMPLEX',
  ],
  [
    'a page of 5,000 in a fragment that is skipped',
    { query: `{ ...A @skip(if: true) } fragment A on Query { ${list('5000')} }` },
    'QUERY_TOO_COMPLEX',
  ],
  ['two pages of 2,500', { query: `{ a: ${list('2500')} b: ${list('2500')} }` }, 'QUERY_TOO_COMPLEX'],
  ['a page larger than any number', { query: `{ ${list('9'.repeat(400))} }` }, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'an argument nested 400 times',
    { query: `{ product(id: ${'['.repeat(400)}${']'.repeat(400)}) { id } }` },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['no operation', { query: 'fragment A on Product { id }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['what is no GraphQL', { query: '{ product(id: 1 { id }' }, 'GRAPHQL_PARSE_FAILED'],
  ['what does not exist', { query: '{ secret }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['nothing', {}, 'BAD_USER_INPUT'],
];

/** As much as is allowed. */
export const allowed: [what: string, request: Request][] = [
  ['12 levels', { query: nested(12) }],
  ['15 aliases', { query: `{ ${times(15, (i) => `a${i}: __typename`)} product(id: 1) { id } }` }],
  [
    '5 directives',
    { query: `{ ${times(5, () => '... @include(if: true) { __typename }')} product(id: 1) { id } }` },
  ],
  [
    '1,000 tokens',
    {
      query: `query A { product(id: 1) { id } } ${times(196, (i) => `query Q${i} { __typename }`)} query Z { ${'__typename '.repeat(3)} }`,
      operationName: 'A',
    },
  ],
  [`a page of ${AFFORDABLE}`, { query: `query ($n: Int) { ${list('$n')} }`, variables: { n: AFFORDABLE } }],
];
