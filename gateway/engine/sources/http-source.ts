import type { DocumentNode } from 'graphql';
import { z } from 'zod';
import { remainingMillis, type RequestContext } from '../../../platform/context';
import type { DependencyStatus } from '../../../platform/subgraph/subgraph';
import {
  FETCH_LIMIT_MILLIS,
  type FetchContext,
  type SourceRequest,
  type SourceResult,
  type SubgraphAddress,
  type SubgraphSource,
} from '../source';
import {
  HttpTransport,
  isConnectionLoss,
  untilAborted,
  type Exchange,
} from '../../../platform/http/http-transport';
import type { Identity } from '../../../platform/identity/identity';
import { InFlight } from './in-flight';
import { deduplicate } from './representations';
import { parseResponse } from '../../../platform/http/graphql-response';
import { UpstreamSubscriptions } from './upstream-subscriptions';

const HEALTH_PATH = '/health/ready';
const HEALTH_LIMIT_MILLIS = 1_500;

const healthSchema = z.object({ dependencies: z.record(z.string(), z.enum(['up', 'degraded', 'down'])) });

export interface HttpSourceOptions extends SubgraphAddress {
  /** What tells the subgraph on whose behalf it is asked: the internal token, the trace, the deadline. */
  readonly headers: (context: RequestContext) => Record<string, string>;
}

/** A subgraph in another process: queries and mutations over HTTP, subscriptions over graphql-transport-ws. */
export class HttpSource implements SubgraphSource {
  readonly name: string;
  readonly #transport: HttpTransport;
  readonly #inFlight = new InFlight<string>();
  readonly #subscriptions: UpstreamSubscriptions;
  readonly #heads = new WeakMap<DocumentNode, string>();
  readonly #headers: HttpSourceOptions['headers'];

  constructor({ name, url, headers }: HttpSourceOptions) {
    this.name = name;
    this.#headers = headers;
    this.#transport = new HttpTransport(url, name);
    this.#subscriptions = new UpstreamSubscriptions(url);
  }

  async fetch(request: SourceRequest, context: FetchContext): Promise<SourceResult> {
    const { json, expand } = deduplicate(request.variables);
    const body = `${this.#headOf(request)},"variables":${json}}`;
    const { signal, identity } = context;
    // The text is shared, not what is parsed from it: the executor writes into its data.
    let text: string;
    if (request.kind === 'query') {
      const key = `${identityKey(identity)} ${body}`;
      text = await this.#inFlight.share(key, signal, () => this.#sendTwice(body, context));
    } else {
      const exchange = this.#send(body, context);
      text = await (signal ? untilAborted(exchange, signal) : exchange.promise);
    }
    return expand(parseResponse(text));
  }

  async subscribe(
    request: SourceRequest,
    context: FetchContext,
  ): Promise<AsyncIterableIterator<SourceResult>> {
    return this.#subscriptions.open(request, this.#headers(context));
  }

  async health(): Promise<Record<string, DependencyStatus>> {
    try {
      const { status, text } = await this.#transport.get(
        HEALTH_PATH,
        AbortSignal.timeout(HEALTH_LIMIT_MILLIS),
      );
      const health = healthSchema.safeParse(JSON.parse(text));
      return { [this.name]: status === 200 ? 'up' : 'down', ...(health.success && health.data.dependencies) };
    } catch {
      return { [this.name]: 'down' };
    }
  }

  async stop(): Promise<void> {
    await this.#subscriptions.stop();
    await this.#transport.close();
  }

  /** The beginning of a request's body, the same for all requests of one document. */
  #headOf({ document, text, operationName }: SourceRequest): string {
    let head = this.#heads.get(document);
    if (head === undefined) {
      head = JSON.stringify({ query: text, operationName }).slice(0, -1);
      this.#heads.set(document, head);
    }
    return head;
  }

  #send(body: string, context: FetchContext): Exchange {
    return this.#transport.send(body, this.#headers(context), remainingMillis(context, FETCH_LIMIT_MILLIS));
  }

  /** Once more on a fresh connection when the old one turned out to be dead: for what may be repeated. */
  #sendTwice(body: string, context: FetchContext): Exchange {
    let current = this.#send(body, context);
    let cancelled = false;
    return {
      promise: current.promise.catch((error: unknown) => {
        if (cancelled || !isConnectionLoss(error)) throw error;
        current = this.#send(body, context);
        return current.promise;
      }),
      cancel(reason) {
        cancelled = true;
        current.cancel(reason);
      },
    };
  }
}

const keys = new WeakMap<Identity, string>();

/** The same for whoever may see the same; made once for each identity. */
function identityKey(identity: Identity | null): string {
  if (identity === null) return 'null';
  let key = keys.get(identity);
  if (key === undefined) keys.set(identity, (key = JSON.stringify(identity)));
  return key;
}
