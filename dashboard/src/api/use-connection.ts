import { createContext, use, useSyncExternalStore } from 'react';
import type { Connection, ConnectionStatus } from './connection';

export const ConnectionContext = createContext<Connection | null>(null);

export function useConnectionStatus(): ConnectionStatus {
  const connection = use(ConnectionContext);
  if (!connection) throw new Error('There is no connection above this component');
  return useSyncExternalStore(connection.subscribe, () => connection.status);
}
