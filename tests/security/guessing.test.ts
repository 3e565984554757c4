import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, getNamedType, isInputObjectType, type GraphQLField } from 'graphql';
import { createGateway, type Gateway } from '../../gateway/create-gateway';
import { ONCE_PER_OPERATION } from '../../gateway/once-per-operation';
import { silent } from '../../gateway/testing/door';
import { codes, TRANSPORTS } from './support/transports';

const SCHEMA = path.join(__dirname, '../../schema');

let gateway: Gateway;
/** Subgraphs that were called. */
let called: string[];

beforeAll(async () => {
  called = [];
  gateway = await createGateway({
    supergraphSdl: readFileSync(path.join(SCHEMA, 'supergraph.graphql'), 'utf8'),
    // What the subgraphs would do with it is not asked here.
    sources: ({ name }) => ({
      name,
      fetch: async () => {
        called.push(name);
        return { data: {} };
      },
      subscribe: async () => ({ errors: [] }),
      health: async () => ({}),
      stop: async () => undefined,
    }),
    authenticator: null,
    jwks: null,
    log: silent,
    host: '127.0.0.1',
    port: 0,
    production: true,
  });
  await gateway.listen();
});
afterAll(() => gateway.stop());
beforeEach(() => (called.length = 0));

const login = (password: string): string =>
  `login(input: { email: "owner@example.com", password: "${password}" }) { __typename }`;
const verify = (code: number): string => `verifyTotp(challenge: "c", code: "${code}") { __typename }`;

const guesses: [what: string, query: string][] = [
  ['a login twice, by aliases', `mutation { a: ${login('1')} b: ${login('2')} }`],
  [
    'a login ten times',
    `mutation { ${Array.from({ length: 10 }, (_, i) => `a${i}: ${login(String(i))}`).join(' ')} }`,
  ],
  ['a code of a second factor twice', `mutation { a: ${verify(1)} b: ${verify(2)} }`],
  ['a login and a code', `mutation { ${login('1')} ${verify(1)} }`],
  [
    'a login and another in a fragment',
    `mutation { ${login('1')} ...F } fragment F on Mutation { b: ${login('2')} }`,
  ],
  [
    'a fragment with a login, twice under a condition',
    `mutation { ... @include(if: true) { ${login('1')} } ... on Mutation { b: ${login('2')} } }`,
  ],
  [
    'a login that is skipped, and another',
    `mutation { ${login('1')} b: ${login('2')} ... @skip(if: true) { c: ${login('3')} } }`,
  ],
  [
    'two refresh tokens',
    'mutation { a: refreshSession(refreshToken: "1") { __typename } b: refreshSession(refreshToken: "2") { __typename } }',
  ],
  [
    'two current passwords',
    'mutation { a: changePassword(input: { currentPassword: "1", newPassword: "n" }) { __typename } b: changePassword(input: { currentPassword: "2", newPassword: "n" }) { __typename } }',
  ],
];

describe.each(TRANSPORTS)('proving who somebody is, over %s', (_transport, send) => {
  it.each(guesses)('is refused as %s, before any subgraph is called', async (_what, query) => {
    const outcome = await send(gateway.url, { query });
    expect(codes(outcome)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(outcome.data).toBeUndefined();
    expect(called).toEqual([]);
  });

  it('is tried once in an operation', async () => {
    await send(gateway.url, { query: `mutation { ${login('1')} }` });
    expect(called).toEqual(['auth']);
  });

  it('is refused as one of many in a batch', async () => {
    const requests = [1, 2].map((i) => ({ query: `mutation { ${login(String(i))} }` }));
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(requests),
    });
    expect(response.status).toBe(400);
    expect(called).toEqual([]);
  });
});

describe('the mutations that may stand in an operation once', () => {
  /** Sets somebody else's password and tells nothing of it. */
  const NO_PROOF = ['createUser'];
  const PROOF = /password|secret|challenge|^code$|token$/i;

  const fields = Object.values(
    buildSchema(readFileSync(path.join(SCHEMA, 'api.graphql'), 'utf8'))
      .getMutationType()
      ?.getFields() ?? {},
  );
  const inputs = ({ args }: GraphQLField<unknown, unknown>): string[] =>
    args.flatMap((argument) => {
      const type = getNamedType(argument.type);
      return isInputObjectType(type) ? Object.keys(type.getFields()) : [argument.name];
    });

  it('are all that take a password, a code or a token', () => {
    const proving = fields.filter((field) => inputs(field).some((name) => PROOF.test(name)));
    expect(proving.map(({ name }) => name).sort()).toEqual([...ONCE_PER_OPERATION, ...NO_PROOF].sort());
  });
});
