import { createClient, type Client } from 'graphql-ws';
import type { Session } from '../session/session';
import type { Connection } from './connection';

const FIRST_WAIT_MILLIS = 250;
const LONGEST_WAIT_MILLIS = 8_000;
/** A peer that does not answer a ping for so long is gone, whatever the network says. */
const PING_MILLIS = 10_000;
const PONG_LIMIT_MILLIS = 5_000;

/** The one socket of all subscriptions: it comes back for as long as the page is open, with a fresh token each time. */
export function openSocket(session: Session, connection: Connection): Client {
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: async () => {
      const token = await session.accessToken();
      return token === null ? {} : { authorization: `Bearer ${token}` };
    },
    shouldRetry: () => true,
    retryAttempts: Infinity,
    retryWait: async (retries) => {
      const wait = Math.min(FIRST_WAIT_MILLIS * 2 ** retries, LONGEST_WAIT_MILLIS);
      // All who lost the same gateway must not come back in the same moment.
      await backOnlineOr(wait * (0.5 + Math.random() / 2));
    },
    keepAlive: PING_MILLIS,
    on: {
      connected: connection.up,
      closed: connection.down,
      error: connection.down,
      ping: (received) => {
        if (!received) unanswered = setTimeout(() => client.terminate(), PONG_LIMIT_MILLIS);
      },
      pong: (received) => {
        if (received) clearTimeout(unanswered);
      },
    },
  });
  // The browser knows at once what a ping finds out later.
  window.addEventListener('offline', () => client.terminate());
  return client;
}

function backOnlineOr(millis: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, millis);
    window.addEventListener('online', done);
  });
}
