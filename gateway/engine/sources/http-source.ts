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
import { boundedBy } from './bounded-by';
import { HttpTransport, isConnectionLoss } from '../../../platform/http/http-transport';
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
  readonly #headers: HttpSourceOptions['headers'];

  constructor({ name, url, headers }: HttpSourceOptions) {
    this.name = name;
    this.#headers = headers;
    this.#transport = new HttpTransport(url);
    this.#subscriptions = new UpstreamSubscriptions(url);
  }

  async fetch(request: SourceRequest, context: FetchContext): Promise<SourceResult> {
    const { variables, expand } = deduplicate(request.variables);
    const body = JSON.stringify({ query: request.text, operationName: request.operationName, variables });
    const send = (signal: AbortSignal | undefined, again: boolean): Promise<string> =>
      this.#send(body, context, signal, again);
    // The text is shared, not what is parsed from it: the executor writes into its data.
    const text =
      request.kind === 'query'
        ? await this.#inFlight.share(JSON.stringify([context.identity, body]), context.signal, (signal) =>
            send(signal, true),
          )
        : await send(context.signal, false);
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

  /** @param again whether to send it once more on a fresh connection when the old one turned out to be dead. */
  async #send(
    body: string,
    context: FetchContext,
    signal: AbortSignal | undefined,
    again: boolean,
  ): Promise<string> {
    return boundedBy(signal, remainingMillis(context, FETCH_LIMIT_MILLIS), this.name, async (bounded) => {
      try {
        return await this.#transport.post(body, this.#headers(context), bounded);
      } catch (error) {
        if (!again || bounded.aborted || !isConnectionLoss(error)) throw error;
        return this.#transport.post(body, this.#headers(context), bounded);
      }
    });
  }
}
