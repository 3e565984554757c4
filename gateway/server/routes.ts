import type { ApolloServer } from '@apollo/server';
import type { RequestListener } from 'node:http';
import express from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Networks } from '../../platform/network/addresses';
import type { Engine } from '../engine/engine';
import type { Authenticator } from '../identity/authenticator';
import type { ConnectionLimit } from './connection-limit';
import type { GatewayContext } from './gateway-context';
import { frontDoor } from './front-door';
import { graphqlOverHttp } from './graphql-over-http';
import { graphqlOverSse, wantsEvents } from './graphql-over-sse';
import { browserSession, SESSION_PATH } from './browser-session';
import { dashboard } from './dashboard';
import { live, ready } from './health';
import { httpErrors } from './http-answer';
import { MAX_BODY_BYTES } from './json-body';
import type { KnownOperations } from './known-operations';
import type { GatewayMetrics } from './metrics';
import { crossOrigin } from './origins';
import { altair, sandboxPage, wantsPage, type Example } from './pages';

export interface RoutesOptions {
  readonly path: string;
  readonly server: ApolloServer<GatewayContext>;
  readonly known: KnownOperations;
  readonly engine: Engine;
  readonly authenticator: Authenticator | null;
  readonly jwks: (() => Promise<string>) | null;
  readonly metrics: GatewayMetrics;
  readonly production: boolean;
  readonly allowedOrigins?: readonly string[];
  /** Whose X-Forwarded-For and X-Forwarded-Proto are believed. */
  readonly trustedProxies: Networks;
  readonly connections: ConnectionLimit;
  readonly example?: Example;
  /** The folder of the dashboard's build; undefined: there is none to serve. */
  readonly dashboard?: string;
  readonly stopping: () => boolean;
  readonly log: Logger;
}

/** Every address of the gateway. */
export function createRoutes(options: RoutesOptions): RequestListener {
  const { path, server, engine, metrics, jwks, log, trustedProxies, allowedOrigins = [] } = options;
  const example = options.example ?? { document: 'query Hello {\n  __typename\n}\n', variables: '{}' };
  const app = express();
  app.disable('etag');
  app.set('trust proxy', (address: string) => trustedProxies.has(address));
  const security = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
  });
  app.use(security);
  app.use(crossOrigin(allowedOrigins));

  if (!options.production) {
    app.get(path, (request, response, next) =>
      wantsPage(request) ? sandboxPage(example)(request, response) : next(),
    );
    app.use('/altair', altair(example));
    if (options.dashboard === undefined)
      app.get('/', (request, response, next) => (wantsPage(request) ? response.redirect(path) : next()));
  }
  const transport = {
    server,
    known: options.known,
    authenticator: options.authenticator,
    trustedProxies,
    log,
  };
  const events = graphqlOverSse({ ...transport, connections: options.connections });
  const answers = graphqlOverHttp(transport);
  app.all(path, express.json({ limit: MAX_BODY_BYTES }), (request, response, next) =>
    wantsEvents(request)
      ? events(request, response, next)
      : answers(request, response, [], request.body).catch(next),
  );
  app.get('/health/live', live);
  app.get(
    '/health/ready',
    ready(() => engine.generation.sources.values(), options.stopping),
  );
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  if (jwks) {
    app.get('/.well-known/jwks.json', async (_request, response) => {
      response.setHeader('cache-control', 'public, max-age=300');
      response.type('application/jwk-set+json').send(await jwks());
    });
  }
  if (options.dashboard !== undefined) {
    app.use(SESSION_PATH, browserSession(options));
    app.use(dashboard(options.dashboard));
  }
  app.use((_request, response) => {
    response.status(404).json({ status: 404, message: 'There is nothing at this address.' });
  });
  app.use(httpErrors(log));
  return frontDoor({ path, app, answers, security, allowedOrigins, log });
}
