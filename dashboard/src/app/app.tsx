import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { Client as SocketClient } from 'graphql-ws';
import { useEffect, type ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import type { Connection } from '../api/connection';
import { ConnectionContext } from '../api/use-connection';
import type { Session } from '../session/session';
import { SessionContext, useSessionState } from '../session/use-session';
import { ErrorBoundary } from './error-boundary';
import { SignedIn } from './signed-in';
import { SignedOut } from './signed-out';
import { cssVariablesResolver, theme } from './theme';

interface AppProps {
  readonly session: Session;
  readonly connection: Connection;
  readonly socket: SocketClient;
  readonly api: ApolloClient;
}

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// What keeps the page still behind a dialog writes a style element too, and looks for the nonce where Webpack would put it.
Reflect.set(window, '__webpack_nonce__', nonce);

export function App({ session, connection, socket, api }: AppProps): ReactNode {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <SessionContext value={session}>
        <ConnectionContext value={connection}>
          <ApolloProvider client={api}>
            <BrowserRouter>
              <ErrorBoundary>
                <Door api={api} socket={socket} />
              </ErrorBoundary>
              <Notifications position="bottom-right" limit={4} />
            </BrowserRouter>
          </ApolloProvider>
        </ConnectionContext>
      </SessionContext>
    </MantineProvider>
  );
}

/** Whoever is not signed in sees the way in; what the last person saw is forgotten. */
function Door({ api, socket }: Pick<AppProps, 'api' | 'socket'>): ReactNode {
  const state = useSessionState();
  const signedIn = 'person' in state;
  useEffect(() => {
    if (signedIn) return;
    socket.terminate();
    void api.clearStore();
  }, [signedIn, api, socket]);
  return signedIn ? <SignedIn api={api} socket={socket} /> : <SignedOut />;
}
