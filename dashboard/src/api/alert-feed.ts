import type { ApolloClient } from '@apollo/client';
import type { Client as SocketClient } from 'graphql-ws';
import {
  AlertArrivesDocument,
  AlertPagesDocument,
  type AlertPageFragment,
} from '../../../schema/operations/generated/graphql';

const NEWEST = 20;
const RETRY_MILLIS = 1_000;

/**
 * Every alert that is raised from now on, once: after a lost connection it goes on at the last one that it knows, and the API
 * replays what was missed. Call what is returned to end it.
 */
export function followAlerts(
  api: ApolloClient,
  socket: SocketClient,
  arrived: (alert: AlertPageFragment) => void,
): () => void {
  let cursor: string | undefined;
  let ended = false;
  let turn = 0;
  /** Whether it is known what there was when the page came. */
  let looked = false;
  let current: { unsubscribe(): void } | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const seen = new Set<string>();

  const take = (alert: AlertPageFragment): void => {
    cursor = alert.cursor;
    if (seen.has(alert.id)) return;
    seen.add(alert.id);
    arrived(alert);
  };

  /** Where the feed ends now. Without a cursor there is nothing to resume at: whatever has come since the first look is new. */
  async function look(first: boolean): Promise<void> {
    const { data, error } = await api.query({
      query: AlertPagesDocument,
      variables: { first: NEWEST },
      fetchPolicy: 'network-only',
    });
    if (!data?.stockAlerts) throw new Error('The alerts cannot be had now', { cause: error });
    for (const alert of [...data.stockAlerts.nodes].reverse()) {
      if (first) seen.add(alert.id);
      take(alert);
    }
    looked = true;
  }

  function follow(): void {
    current?.unsubscribe();
    clearTimeout(again);
    if (ended) return;
    current = api.subscribe({ query: AlertArrivesDocument, variables: { after: cursor ?? null } }).subscribe({
      next: ({ data, error }) => {
        if (data) take(data.stockAlert);
        // A reader that was too slow is told to begin again where it was.
        if (error) again = setTimeout(follow, RETRY_MILLIS);
      },
      error: () => (again = setTimeout(follow, RETRY_MILLIS)),
      complete: () => (again = setTimeout(follow, RETRY_MILLIS)),
    });
  }

  async function begin(first: boolean): Promise<void> {
    const mine = (turn += 1);
    while (cursor === undefined) {
      try {
        await look(first);
        break;
      } catch {
        // There is no connection yet: what is missed meanwhile must not be taken for old.
        await new Promise((resolve) => setTimeout(resolve, RETRY_MILLIS));
        if (ended || mine !== turn) return;
      }
    }
    if (mine === turn) follow();
  }

  // The socket would repeat the subscription as it was first made; the cursor has moved on since.
  const forget = socket.on('closed', () => {
    current?.unsubscribe();
    current = undefined;
    clearTimeout(again);
    if (!ended) again = setTimeout(() => void begin(!looked), 0);
  });
  void begin(true);
  return () => {
    ended = true;
    forget();
    clearTimeout(again);
    current?.unsubscribe();
  };
}
