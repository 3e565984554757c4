import { buildSchema, getOperationAST, parse } from 'graphql';
import { OperationCosts } from './cost';
import { costDirectives } from './cost-directives';

const SDL = `
  directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
  type Query {
    shop: Shop
    shops(first: Int = 20): [Shop!]! @listSize(slicingArguments: ["first"])
    page(first: Int = 20, last: Int): Page @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"])
    all: [Shop!]! @listSize(assumedSize: 200)
    unknown: [Shop!]!
    report: Report
    found: Found
  }
  type Mutation { open(name: String): Shop close: Boolean hash: Boolean @cost(weight: 100) }
  union Found = Shop | Report
  type Page { edges: [Edge!]! nodes: [Shop!]! total: Int! others: [Shop!]! }
  type Edge { node: Shop! }
  type Shop { id: ID! shelves(first: Int = 10): [Shelf!]! @listSize(slicingArguments: ["first"]) tags: [String!]! price: Int @cost(weight: 3) }
  type Shelf { id: ID! shop: Shop }
  type Report @cost(weight: 50) { text: String }
`;
const document = parse(SDL);
const costs = new OperationCosts(buildSchema(SDL), costDirectives(document));

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const parsed = parse(text);
  const operation = getOperationAST(parsed);
  if (!operation) throw new Error('No operation');
  return costs.of(parsed, operation, variables);
}

describe('the cost of an operation', () => {
  it.each([
    ['one for an object, none for a leaf, never none in all', '{ shop { id tags } }', 1],
    ['at least one', '{ __typename }', 1],
    ['as many as the list is long', '{ shops(first: 7) { id } }', 7],
    ['what the list is by default', '{ shops { id } }', 20],
    ['lists in lists, multiplied', '{ shops(first: 7) { shelves(first: 5) { id } } }', 7 * (1 + 5)],
    ['lists in lists by default', '{ shops { shelves { shop { id } } } }', 20 * (1 + 10 * 2)],
    ['the nodes of a page', '{ page(first: 50) { nodes { id } } }', 1 + 50],
    ['the edges of a page and their nodes', '{ page(first: 50) { edges { node { id } } } }', 1 + 50 * 2],
    ['edges and nodes, both', '{ page(first: 50) { edges { node { id } } nodes { id } } }', 1 + 150],
    ['a list of a page that it does not size', '{ page(first: 50) { others { id } } }', 1 + 10],
    ['the larger of two sizes', '{ page(first: 3, last: 40) { nodes { id } } }', 1 + 40],
    ['an assumed size', '{ all { id } }', 200],
    ['ten for a list that says nothing', '{ unknown { id } }', 10],
    ['the weight of a field', '{ shop { price } }', 4],
    ['the weight of a type', '{ report { text } }', 50],
    ['every alias', '{ a: shop { id } b: shop { id } }', 2],
    [
      'every member of a union',
      '{ found { ... on Shop { shelves { id } } ... on Report { text } } }',
      1 + 10,
    ],
    [
      'a fragment at each use',
      '{ shop { ...S } a: shop { ...S } } fragment S on Shop { shelves(first: 4) { id } }',
      10,
    ],
    ['an inline fragment without a condition', '{ ... { shops(first: 6) { id } } }', 6],
    ['what is skipped, for it may not be', '{ shops(first: 6) @skip(if: true) { id } }', 6],
    ['ten more for a mutation', 'mutation { open { id } }', 11],
    ['ten more for each mutation', 'mutation { a: open { id } b: open { id } close }', 11 + 11 + 10],
    ['ten more for a mutation in a fragment', 'mutation { ...M } fragment M on Mutation { close }', 10],
    ['the weight of a mutation', 'mutation { hash }', 110],
    ['nothing less than none for a negative size', '{ shops(first: -5) { id } }', 1],
  ])('is %s', (_what, text, expected) => {
    expect(cost(text)).toBe(expected);
  });

  it('follows variables, their defaults, and null', () => {
    const text = 'query ($n: Int = 30) { shops(first: $n) { id } }';
    expect(cost(text, { n: 4 })).toBe(4);
    expect(cost(text, { n: 400 })).toBe(400);
    expect(cost(text)).toBe(30);
    expect(cost(text, { n: null })).toBe(20);
    expect(cost('query ($n: Int) { shops(first: $n) { id } }')).toBe(20);
    expect(cost('query ($n: Int) { ...A } fragment A on Query { shops(first: $n) { id } }', { n: 9 })).toBe(
      9,
    );
  });

  it('is measured once where no variable changes it, and each time where one does', () => {
    const [fixed, varying] = [
      parse('{ shops(first: 3) { id } }'),
      parse('query ($n: Int) { shops(first: $n) { id } }'),
    ];
    const of = (parsed: typeof fixed, variables = {}): number => {
      const operation = getOperationAST(parsed);
      return operation ? costs.of(parsed, operation, variables) : NaN;
    };
    expect([of(fixed), of(fixed)]).toEqual([3, 3]);
    expect([of(varying, { n: 1 }), of(varying, { n: 2 }), of(varying, { n: 1 })]).toEqual([1, 2, 1]);
  });

  it('is infinite for what is too large to be looked through', () => {
    const doubling = Array.from(
      { length: 20 },
      (_, i) => `fragment F${i} on Shop { ...F${i + 1} ...F${i + 1} }`,
    );
    expect(cost(`{ shop { ...F0 } } ${doubling.join(' ')} fragment F20 on Shop { shelves { id } }`)).toBe(
      Infinity,
    );
  });
});
