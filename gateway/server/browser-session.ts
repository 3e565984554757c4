import { createHash } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import express, { type Request, type Response, type Router } from 'express';
import { print, type DocumentNode, type FormattedExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Networks } from '../../platform/network/addresses';
import { Subscription } from '../engine/subscriptions/subscription';
import {
  ContinueSessionDocument,
  OpenBusinessDocument,
  ProveSecondFactorDocument,
  SignInDocument,
} from '../../schema/operations/generated/graphql';
import { clientAddress, userAgentOf } from './client-address';
import { createContext, type GatewayContext } from './gateway-context';
import { allowsOrigin } from './origins';
import { runOperation } from './run-operation';

export interface BrowserSessionOptions {
  readonly server: ApolloServer<GatewayContext>;
  /** Whose X-Forwarded-For is believed. */
  readonly trustedProxies: Networks;
  readonly log: Logger;
}

export const SESSION_PATH = '/session';
const COOKIE = 'bodega_session';
/** A session lives no longer; the auth subgraph decides when it is over. */
const COOKIE_MILLIS = 30 * 24 * 3_600_000;
/**
 * A refresh token works once. A page that is reloaded while it renews its session, or a second tab, comes with the same cookie
 * again before it has the new one: for so long it gets the same answer, and is not taken for a thief.
 */
const SAME_ANSWER_MILLIS = 10_000;

const CONTINUE = 'ContinueSession';
const documents: ReadonlyMap<string, DocumentNode> = new Map<string, DocumentNode>([
  ['SignIn', SignInDocument],
  ['OpenBusiness', OpenBusinessDocument],
  ['ProveSecondFactor', ProveSecondFactorDocument],
  [CONTINUE, ContinueSessionDocument],
]);

const requestRules = z.object({
  operationName: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
});
const sessionRules = z.looseObject({ __typename: z.literal('Session'), refreshToken: z.string() });

interface Answer {
  readonly body: object;
  /** The new one to keep, null to forget the old one, undefined to leave it. */
  readonly refreshToken: string | null | undefined;
}

/**
 * Sessions for pages of the gateway's own origin. `POST` runs one of four operations, named by `operationName`, and answers as
 * GraphQL does, but the refresh token goes into a cookie that no script can read and is not in the answer; `ContinueSession`
 * takes it from there. `DELETE` forgets it. Other origins are refused: the cookie is SameSite=Strict besides.
 */
export function browserSession(options: BrowserSessionOptions): Router {
  const continued = new LRUCache<string, Promise<Answer>>({ max: 10_000, ttl: SAME_ANSWER_MILLIS });

  async function answerTo(request: Request, operationName: string, variables: Variables): Promise<Answer> {
    if (operationName !== CONTINUE) return ask(options, request, operationName, variables);
    const refreshToken = cookieOf(request);
    if (refreshToken === undefined)
      return { body: { data: { refreshSession: OVER } }, refreshToken: undefined };
    const key = createHash('sha256').update(refreshToken).digest('base64');
    let answer = continued.get(key);
    if (!answer) {
      answer = ask(options, request, operationName, { refreshToken });
      continued.set(key, answer);
      // Only what was decided is worth repeating.
      const settled = await answer;
      if (settled.refreshToken === undefined) continued.delete(key);
    }
    return answer;
  }

  const router = express.Router();
  router.use((request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    if (isSameOrigin(request)) return next();
    response.status(403).json({ errors: [{ message: 'Sessions are for pages of this origin.' }] });
  });
  router.post('/', express.json({ limit: '16kb' }), async (request, response) => {
    const given = requestRules.safeParse(request.body);
    if (!given.success || !documents.has(given.data.operationName)) {
      const message = `"operationName" must be one of ${[...documents.keys()].join(', ')}.`;
      response.status(400).json({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
      return;
    }
    const { body, refreshToken } = await answerTo(request, given.data.operationName, given.data.variables);
    if (refreshToken !== undefined) keep(request, response, refreshToken);
    response.json(body);
  });
  router.delete('/', (request, response) => {
    keep(request, response, null);
    response.status(204).end();
  });
  return router;
}

type Variables = Record<string, unknown>;

const OVER = { __typename: 'InvalidRefreshToken', message: 'The session is over. Log in again.' };

async function ask(
  { server, trustedProxies, log }: BrowserSessionOptions,
  request: Request,
  operationName: string,
  variables: Variables,
): Promise<Answer> {
  const document = documents.get(operationName);
  if (!document) throw new Error(`No document is called ${operationName}`);
  const context = createContext({
    authentication: null,
    traceparent: request.get('traceparent'),
    transport: 'http',
    clientAddress: clientAddress(request, trustedProxies),
    userAgent: userAgentOf(request.headers),
    // The token may have been used up when the page goes away: whoever asks again within seconds needs the answer.
    signal: new AbortController().signal,
    log,
  });
  const result = await runOperation(server, { query: print(document), operationName, variables }, context);
  if (result instanceof Subscription) throw new Error(`${operationName} is no subscription`);
  return withoutRefreshToken(result);
}

function withoutRefreshToken(result: FormattedExecutionResult): Answer {
  const [[field, value] = ['', null]] = Object.entries(result.data ?? {});
  const session = sessionRules.safeParse(value);
  if (session.success) {
    const { refreshToken, ...rest } = session.data;
    return { body: { ...result, data: { [field]: rest } }, refreshToken };
  }
  const refused = z.looseObject({ __typename: z.literal(OVER.__typename) }).safeParse(value).success;
  return { body: result, refreshToken: refused ? null : undefined };
}

/** Browsers tell where a request comes from; programs have no cookie of anybody's. */
function isSameOrigin(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  return allowsOrigin(request, []) && (site === undefined || site === 'same-origin' || site === 'none');
}

function cookieOf(request: Request): string | undefined {
  const [, value] = new RegExp(`(?:^|;) *${COOKIE}=([^;]+)`).exec(request.get('cookie') ?? '') ?? [];
  return value;
}

function keep(request: Request, response: Response, refreshToken: string | null): void {
  response.cookie(COOKIE, refreshToken ?? '', {
    maxAge: refreshToken === null ? 0 : COOKIE_MILLIS,
    path: SESSION_PATH,
    httpOnly: true,
    sameSite: 'strict',
    // As the browser sees it, which may be through a proxy that ends TLS.
    secure: request.secure || request.get('origin')?.startsWith('https:') === true,
  });
}
