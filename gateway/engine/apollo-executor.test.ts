import { composeServices } from '@apollo/composition';
import { parse, type ExecutionResult } from 'graphql';
import { silent } from '../testing/door';
import { executeByApollo } from './apollo-executor';
import { compilePlan } from './compiled/compiled-plan';
import { createGeneration, type Generation } from './generation';
import type { FetchContext, SourceResult } from './source';

const LIBRARY = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  interface Media { title: String }
  type Book implements Media { title: String pages: Int }
  type Film implements Media { title: String minutes: Int }
  type Query { book: Book }`;

const context: FetchContext = {
  identity: null,
  traceId: '0'.repeat(32),
  clientAddress: null,
  deadline: Infinity,
  log: silent,
};

function library(answer: SourceResult): Generation {
  const { supergraphSdl } = composeServices([
    { name: 'library', url: 'http://library.invalid', typeDefs: parse(LIBRARY) },
  ]);
  if (!supergraphSdl) throw new Error('The library does not compose');
  return createGeneration(supergraphSdl, ({ name }) => ({
    name,
    fetch: async () => structuredClone(answer),
    subscribe: async () => ({ errors: [{ message: 'Not offered' }] }),
    health: async () => ({}),
    stop: async () => undefined,
  }));
}

/** The answers of Apollo's executor and of the compiled one. */
async function answers(text: string, answer: SourceResult): Promise<ExecutionResult[]> {
  const operation = library(answer).operation(parse(text));
  const compiled = compilePlan(operation, operation.plan);
  return [await executeByApollo(operation, operation.plan, {}, context), await compiled({}, context)];
}

describe('a fragment applies by what the object is, not by the condition around it', () => {
  const data = { book: { title: 'A', pages: 7 } };

  it.each([
    ['inline', '{ book { ... on Media { title ... on Book { pages kind: __typename } } } }'],
    [
      'by name',
      `{ book { ...Any } } fragment Any on Media { title ...OfBook ...OfFilm }
       fragment OfBook on Book { pages kind: __typename } fragment OfFilm on Film { minutes }`,
    ],
  ])('%s', async (_how, text) => {
    const expected = { data: { book: { title: 'A', pages: 7, kind: 'Book' } } };
    expect(await answers(text, { data: { book: { ...data.book, kind: 'Book' } } })).toEqual([
      expected,
      expected,
    ]);
  });

  it('also where a value is not of its type, and in the conditions that stay', async () => {
    const text = `{ book { ... on Media @include(if: true) { title ... on Book { pages } }
      ... on Media @skip(if: true) { other: title } } }`;
    for (const result of await answers(text, { data: { book: { title: 'A', pages: 'many' } } }))
      expect(result.data).toEqual({ book: { title: 'A', pages: null } });
  });

  it('with nothing in it when only fragments of other types are left', async () => {
    const text = '{ book { ... on Media { ... on Film { minutes } } } }';
    const expected = { data: { book: {} } };
    expect(await answers(text, { data: { book: {} } })).toEqual([expected, expected]);
  });
});
