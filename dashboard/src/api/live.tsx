import type { ApolloClient } from '@apollo/client';
import type { Client as SocketClient } from 'graphql-ws';
import { createContext, use, useEffect, useEffectEvent, type ReactNode } from 'react';
import {
  EnrichmentArrivesDocument,
  OrderChangedDocument,
  StockChangedDocument,
  type StockChangedSubscription,
} from '../../../schema/operations/generated/graphql';
import { useMay } from '../session/use-session';
import { followAlerts } from './alert-feed';
import { LiveEvents, type LiveEvent } from './live-events';

const LiveContext = createContext<LiveEvents | null>(null);
const RETRY_MILLIS = 2_000;

interface LiveProps {
  readonly api: ApolloClient;
  readonly socket: SocketClient;
  readonly children: ReactNode;
}

const events = new LiveEvents();

/** Follows what the person may see for as long as it is mounted, and keeps the cache up with it. */
export function Live({ api, socket, children }: LiveProps): ReactNode {
  const may = useMay();
  const [stock, orders, enrichment] = [
    may('inventory:read'),
    may('orders:read') || may('orders:own'),
    may('enrichment:read'),
  ];

  useEffect(() => {
    const ends: (() => void)[] = [];
    if (stock) {
      ends.push(
        followAlerts(api, socket, (alert) => events.emit({ kind: 'alert', alert })),
        lasting((again) =>
          api.subscribe({ query: StockChangedDocument, variables: {} }).subscribe({
            next: ({ data }) => data && keepStock(api, data.stockChanged),
            ...again,
          }),
        ),
      );
    }
    if (orders) {
      ends.push(
        lasting((again) =>
          api.subscribe({ query: OrderChangedDocument, variables: {} }).subscribe({
            next: ({ data }) => data && events.emit({ kind: 'order', order: data.orderChanged }),
            ...again,
          }),
        ),
      );
    }
    if (enrichment) {
      ends.push(
        lasting((again) =>
          api.subscribe({ query: EnrichmentArrivesDocument, variables: {} }).subscribe({
            next: ({ data }) =>
              data && events.emit({ kind: 'enrichment', productId: data.enrichmentUpdated.productId }),
            ...again,
          }),
        ),
      );
    }
    return () => ends.forEach((end) => end());
  }, [api, socket, stock, orders, enrichment]);

  useEffect(
    () =>
      socket.on('connected', (_socket, _payload, wasRetry) => {
        if (!wasRetry) return;
        events.emit({ kind: 'resumed' });
        void api.refetchQueries({ include: 'active' });
      }),
    [api, socket],
  );

  return <LiveContext value={events}>{children}</LiveContext>;
}

/** Calls back for each event of the kinds, while mounted. */
export function useLive<Kind extends LiveEvent['kind']>(
  kinds: readonly Kind[],
  happened: (event: Extract<LiveEvent, { kind: Kind }>) => void,
): void {
  const live = use(LiveContext);
  const wanted = kinds.join();
  const handle = useEffectEvent(happened);
  useEffect(() => {
    const names = new Set<string>(wanted.split(','));
    const isWanted = (event: LiveEvent): event is Extract<LiveEvent, { kind: Kind }> => names.has(event.kind);
    return live?.listen((event) => {
      if (isWanted(event)) handle(event);
    });
  }, [live, wanted]);
}

/** Opens a subscription anew a while after the API ended it; the socket itself comes back alone. */
function lasting(
  open: (again: { error: () => void; complete: () => void }) => { unsubscribe(): void },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: { unsubscribe(): void } | undefined;
  const start = (): void => {
    current = open({ error: later, complete: later });
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(start, RETRY_MILLIS);
  };
  start();
  return () => {
    clearTimeout(timer);
    current?.unsubscribe();
  };
}

function keepStock(api: ApolloClient, change: StockChangedSubscription['stockChanged']): void {
  const { productId, onHand, reserved, available, level } = change;
  const id = api.cache.identify({ __typename: 'Product', id: productId });
  api.cache.modify({
    id,
    fields: {
      stock: (known: unknown) =>
        typeof known === 'object' && known !== null
          ? { ...known, onHand, reserved, available, level }
          : known,
    },
  });
  events.emit({ kind: 'stock', productId });
}
