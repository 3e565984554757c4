import { randomBytes } from 'node:crypto';
import { parse, type DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import { z } from 'zod';
import { serviceUnavailable } from '../../platform/graphql/errors';
import { INTERNAL_SCOPE, type Identity } from '../../platform/identity/identity';
import { FETCH_LIMIT_MILLIS, type SubgraphSource, type Variables } from '../engine/source';

const NIL = '00000000-0000-0000-0000-000000000000';

/** The gateway itself: belongs to no business and may call internal operations alone. */
const GATEWAY: Identity = {
  tenantId: NIL,
  userId: NIL,
  role: 'SERVICE',
  scopes: [INTERNAL_SCOPE],
  service: 'gateway',
};

interface Operation<Data> {
  readonly text: string;
  readonly document: DocumentNode;
  readonly data: z.ZodType<Data>;
}

function operation<Data>(text: string, data: z.ZodType<Data>): Operation<Data> {
  return { text, document: parse(text, { noLocation: true }), data };
}

const JWKS = operation('query Jwks { jwks }', z.object({ jwks: z.string() }));
const REVOCATIONS = operation(
  'query Revocations { revocations }',
  z.object({ revocations: z.array(z.string()) }),
);
const API_KEY_IDENTITY = operation(
  'query ApiKeyIdentity($secret: String!) { apiKeyIdentity(secret: $secret) { apiKeyId tenantId userId role scopes } }',
  z.object({
    apiKeyIdentity: z
      .object({
        apiKeyId: z.string(),
        tenantId: z.uuid(),
        userId: z.uuid(),
        role: z.string(),
        scopes: z.array(z.string()),
      })
      .nullable(),
  }),
);

/** What the gateway's authenticator needs to know, asked of the auth subgraph over its own API. */
export interface AuthSubgraph {
  /** The JSON Web Key Set as text. */
  jwks(): Promise<string>;
  revocations(): Promise<readonly string[]>;
  apiKeyIdentity(secret: string): Promise<Identity | null>;
}

/** Each function rejects with SERVICE_UNAVAILABLE when the auth subgraph gives no usable answer. */
export function authSubgraph(source: SubgraphSource, log: Logger): AuthSubgraph {
  async function ask<Data>(
    { text, document, data }: Operation<Data>,
    variables: Variables = {},
  ): Promise<Data> {
    const result = await source.fetch(
      { kind: 'query', text, document, operationName: undefined, variables },
      {
        identity: GATEWAY,
        traceId: randomBytes(16).toString('hex'),
        clientAddress: null,
        deadline: Date.now() + FETCH_LIMIT_MILLIS,
        log,
      },
    );
    const parsed = data.safeParse(result.data);
    if (parsed.success && !result.errors?.length) return parsed.data;
    log.error({ errors: result.errors, problem: parsed.error }, 'the auth service gave no usable answer');
    throw serviceUnavailable('The auth service');
  }
  return {
    jwks: async () => (await ask(JWKS)).jwks,
    revocations: async () => (await ask(REVOCATIONS)).revocations,
    apiKeyIdentity: async (secret) => (await ask(API_KEY_IDENTITY, { secret })).apiKeyIdentity,
  };
}
