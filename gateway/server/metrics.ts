import type { GraphQLFormattedError } from 'graphql';
import type { Registry } from 'prom-client';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { HydrationObserver } from '../engine/subscriptions/hydration-group';
import type { Transport } from './gateway-context';

/** Values that are read when the metrics are. */
export interface Measured {
  openSockets(): number;
  openSubscriptions(): number;
  openFeeds(): number;
  documents(): { readonly size: number; readonly hits: number; readonly misses: number };
}

/** What the gateway counts, in Prometheus' text format. */
export class GatewayMetrics implements HydrationObserver {
  readonly #registers: [Registry];
  readonly #requests: Counter<'transport' | 'operation' | 'outcome'>;
  readonly #durations: Histogram<'transport' | 'operation'>;
  readonly #errors: Counter<'code'>;
  readonly #hydrations: Counter;
  readonly #resyncs: Counter;

  constructor(readonly registry: Registry) {
    const registers: [Registry] = (this.#registers = [registry]);
    this.#requests = new Counter({
      name: 'bodega_graphql_requests_total',
      help: 'Operations answered, and subscriptions opened or refused',
      labelNames: ['transport', 'operation', 'outcome'],
      registers,
    });
    this.#durations = new Histogram({
      name: 'bodega_graphql_request_duration_seconds',
      help: 'Time to the answer; of a subscription, to its opening',
      labelNames: ['transport', 'operation'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
    this.#errors = new Counter({
      name: 'bodega_graphql_errors_total',
      help: 'Errors that clients were told of',
      labelNames: ['code'],
      registers,
    });
    this.#hydrations = new Counter({
      name: 'bodega_subscription_hydrations_total',
      help: 'Events completed from other subgraphs',
      registers,
    });
    this.#resyncs = new Counter({
      name: 'bodega_subscription_resyncs_total',
      help: 'Subscriptions ended because the subscriber fell too far behind',
      registers,
    });
  }

  /** Adds what is only known once the gateway is put together. */
  measure(measured: Measured): void {
    const registers = this.#registers;
    const gauge = (name: string, help: string, read: () => number): void => {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    };
    gauge('bodega_websocket_connections', 'Open WebSocket connections', measured.openSockets);
    gauge('bodega_subscriptions_open', 'Open subscriptions of clients', measured.openSubscriptions);
    gauge(
      'bodega_subscription_feeds_open',
      'Streams open to subgraphs, shared by subscriptions',
      measured.openFeeds,
    );
    gauge('bodega_documents_cached', 'Operations kept with their plans', () => measured.documents().size);
    gauge('bodega_document_cache_hits', 'Requests whose document was known', () => measured.documents().hits);
    gauge(
      'bodega_document_cache_misses',
      'Requests whose document was parsed',
      () => measured.documents().misses,
    );
  }

  request(
    transport: Transport,
    operation: string,
    millis: number,
    errors: readonly GraphQLFormattedError[] | undefined,
  ): void {
    this.#requests.inc({ transport, operation, outcome: errors?.length ? 'errors' : 'ok' });
    this.#durations.observe({ transport, operation }, millis / 1000);
    for (const error of errors ?? []) this.#errors.inc({ code: String(error.extensions?.['code']) });
  }

  hydrated(): void {
    this.#hydrations.inc();
  }

  overflowed(): void {
    this.#resyncs.inc();
  }
}
