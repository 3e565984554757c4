import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { Engine } from './engine/engine';
import type { SourceFactory } from './engine/source';
import { noRootConditions } from './engine/subscriptions/no-root-conditions';
import type { Authenticator } from './identity/authenticator';
import { documentLimits } from './limits/document-limits';
import { DEFAULT_LIMITS, type Limits } from './limits/limits';
import type { RateLimiter } from './limits/rate-limiter';
import { ONCE_PER_OPERATION } from './once-per-operation';
import { admission } from './server/admission';
import { ConnectionLimit } from './server/connection-limit';
import { clientResult, formatRequestError } from './server/client-errors';
import { DocumentStore } from './server/document-store';
import { drainable } from './server/drain';
import { EngineGateway } from './server/engine-gateway';
import type { GatewayContext } from './server/gateway-context';
import { graphqlOverWebSocket } from './server/graphql-over-websocket';
import { listen } from '../platform/http/listen';
import type { ReservedPort } from '../platform/http/reserved-port';
import { Networks } from '../platform/network/addresses';
import { GatewayMetrics } from './server/metrics';
import { KnownOperations } from './server/known-operations';
import type { Example } from './server/pages';
import { OperationStore, type PersistedOperations } from './server/persisted-operations';
import { pipeline } from './server/pipeline';
import { createRoutes } from './server/routes';
import { warmPlans } from './server/warm-plans';
import { SUBSCRIPTION_POLICIES } from './subscription-policies';

export interface GatewayOptions {
  readonly supergraphSdl: string;
  /** Called once for each subgraph of the supergraph; the gateway stops what it was given. */
  readonly sources: SourceFactory;
  /** Null: identity is off and every request is anonymous. */
  readonly authenticator: Authenticator | null;
  /** The public keys that sign access tokens, as a JSON Web Key Set; null: there are none to publish. */
  readonly jwks: (() => Promise<string>) | null;
  readonly log: Logger;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Listened on in place of the port, where this process holds one already. */
  readonly reservedPort?: ReservedPort | undefined;
  /** No introspection, no suggestions, no pages for developers. */
  readonly production: boolean;
  readonly limits?: Partial<Limits>;
  /** Null, the default: nobody's requests are counted. */
  readonly rateLimiter?: RateLimiter | null;
  /** Operations that clients may name by their hash. */
  readonly persistedOperations?: PersistedOperations;
  /** Origins of pages, beside the gateway's own host, that may use it, e.g. `https://shop.example`. */
  readonly allowedOrigins?: readonly string[];
  /** Whose X-Forwarded-For is believed. Nobody's by default. */
  readonly trustedProxies?: Networks;
  /** What the IDEs open with. */
  readonly example?: Example;
  /** The folder of the dashboard's build; undefined: there is none to serve. */
  readonly dashboard?: string;
  /** Milliseconds from one ping of a WebSocket to the next; 12 s by default. */
  readonly pingMillis?: number;
  readonly registry?: Registry;
}

export interface Gateway {
  /** Where it listens, without a slash at the end; throws before `listen`. */
  readonly url: string;
  /**
   * Answers on a port of 127.0.0.1 that nobody is told, while `work` runs with its address: for what must be there before
   * the public is let in.
   */
  beforeListening(work: (url: string) => Promise<void>): Promise<void>;
  /** Throws a ListenError when the port is taken. */
  listen(): Promise<void>;
  /** Serves another supergraph; when it cannot be served the old one stays and the reason is returned. */
  reload(
    supergraphSdl: string,
  ): { readonly loaded: true } | { readonly loaded: false; readonly reason: string };
  /** Takes nothing new, finishes what runs within 10 s, closes WebSockets with 1001, stops the sources. */
  stop(): Promise<void>;
}

const STOP_GRACE_MILLIS = 10_000;
const PATH = '/graphql';
/** A person mends one after the other; finding and telling hundreds is work for nobody. */
const MAX_VALIDATION_ERRORS = 20;

/** Puts the public door together; everything that it depends on is given to it. Throws when the supergraph cannot be served. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { log, production, authenticator, trustedProxies = new Networks([]) } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const operations = options.persistedOperations ?? { manifest: new Map<string, string>(), only: false };
  const rateLimiter = options.rateLimiter ?? null;
  const metrics = new GatewayMetrics(options.registry ?? new Registry());
  const documents = new DocumentStore();
  const engine = new Engine({
    supergraphSdl: options.supergraphSdl,
    sources: options.sources,
    subscriptionPolicies: SUBSCRIPTION_POLICIES,
    observer: metrics,
    present: clientResult,
    log,
  });
  const plugins = [admission({ engine, limits, rateLimiter, operations }), pipeline(engine, metrics)];
  const known = new KnownOperations({ engine, documents, plugins, manifest: operations.manifest });
  const validationRules = [documentLimits(limits, ONCE_PER_OPERATION), noRootConditions];
  const server = new ApolloServer<GatewayContext>({
    gateway: new EngineGateway(engine),
    nodeEnv: production ? 'production' : 'development',
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    documentStore: documents,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS, hideSuggestions: production },
    validationRules,
    persistedQueries: { cache: new OperationStore(operations) },
    formatError: formatRequestError,
    logger: log,
    plugins: [
      ...plugins,
      known.learning,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();

  let stopping = false;
  const connections = new ConnectionLimit();
  const routes = createRoutes({
    ...options,
    trustedProxies,
    connections,
    path: PATH,
    server,
    known,
    engine,
    metrics,
    stopping: () => stopping,
  });
  const http = createServer(
    {
      requestTimeout: 15_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 65_000,
      // Node looks for both each half minute otherwise.
      connectionsCheckingInterval: 2_000,
    },
    routes,
  );
  const drain = drainable(http);
  const webSockets = graphqlOverWebSocket({
    http,
    path: PATH,
    server,
    schema: () => engine.generation.schema,
    authenticator,
    allowedOrigins: options.allowedOrigins ?? [],
    trustedProxies,
    connections,
    ...(options.pingMillis !== undefined && { pingMillis: options.pingMillis }),
    log,
  });
  metrics.measure({
    openSockets: webSockets.openSockets,
    openSubscriptions: webSockets.openSubscriptions,
    openFeeds: () => engine.subscriptions.feeds,
    documents: () => documents,
  });

  const warm = (): void => {
    const rules = [...validationRules, ...(production ? [NoSchemaIntrospectionCustomRule] : [])];
    warmPlans(engine, documents, operations.manifest.values(), rules).catch((error: unknown) =>
      log.warn({ err: error }, 'the plans of the persisted operations are made when they are asked for'),
    );
  };
  let url: string | undefined;
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stopping = true;
    const closing = webSockets.stop();
    // Responses that are streams would never finish by themselves.
    engine.subscriptions.endAll();
    await Promise.all([drain(STOP_GRACE_MILLIS), closing]);
    await server.stop();
    await engine.stop();
  };
  return {
    get url() {
      if (url === undefined) throw new Error('The gateway does not listen yet');
      return url;
    },
    async beforeListening(work) {
      const inner = createServer(routes);
      const port = await listen(inner, '127.0.0.1', 0);
      try {
        await work(`http://127.0.0.1:${port}`);
      } finally {
        await drainable(inner)(0);
      }
    },
    async listen() {
      const { reservedPort } = options;
      await reservedPort?.handOver(http);
      const port = reservedPort?.port ?? (await listen(http, options.host, options.port));
      const host = ['0.0.0.0', '::'].includes(options.host) ? 'localhost' : options.host;
      url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
      warm();
    },
    reload(supergraphSdl) {
      const outcome = engine.reload(supergraphSdl);
      if (outcome.loaded) warm();
      return outcome;
    },
    stop: () => (stopped ??= stop()),
  };
}
