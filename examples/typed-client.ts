import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** All that a frontend needs to speak to the API: documents know their variables and their results. */
export interface TypedClient {
  /** Rejects with the first error's message. */
  request<Result, Variables>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
  /** Calls back for each event until the returned function is called. Resolves once the server has taken the connection. */
  subscribe<Result, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    onEvent: (event: Result) => void,
  ): Promise<() => void>;
}

/** @param url e.g. http://localhost:4000/graphql */
export function typedClient(url: string, accessToken?: string): TypedClient {
  const authorization = accessToken === undefined ? undefined : `Bearer ${accessToken}`;
  return {
    async request(document, variables) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(authorization !== undefined && { authorization }),
        },
        body: JSON.stringify({ query: print(document), variables }),
      }).catch(() => {
        throw new Error(`No Bodega answers at ${url}. Start it with "npm start".`);
      });
      const answer = (await response.json()) as { data?: never; errors?: { message: string }[] };
      if (answer.errors?.[0]) throw new Error(answer.errors[0].message);
      if (answer.data === undefined) throw new Error(`HTTP ${response.status}`);
      return answer.data;
    },
    async subscribe(document, variables, onEvent) {
      const client = createClient({
        url: url.replace(/^http/, 'ws'),
        webSocketImpl: WebSocket,
        connectionParams: { authorization },
        lazy: false,
      });
      await new Promise<void>((resolve, reject) => {
        client.on('connected', () => resolve());
        client.on('closed', () => reject(new Error('The server closed the connection')));
      });
      const stop = client.subscribe<never>(
        { query: print(document), variables },
        {
          next: ({ data, errors }) => {
            if (errors?.[0]) console.error(errors[0].message);
            else if (data !== null && data !== undefined) onEvent(data);
          },
          error: (error) => console.error(error),
          complete: () => undefined,
        },
      );
      return () => {
        stop();
        void client.dispose();
      };
    },
  };
}
