import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApiClient } from './api/client';
import { Connection } from './api/connection';
import { openSocket } from './api/socket';
import { App } from './app/app';
import { startTranslations } from './i18n/i18n';
import { Session } from './session/session';

async function main(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no place for the dashboard');
  const session = new Session();
  const connection = new Connection();
  const socket = openSocket(session, connection);
  const api = createApiClient(session, socket);
  const started = session.start();
  await Promise.all([startTranslations(), started]);
  createRoot(root).render(
    <StrictMode>
      <App session={session} connection={connection} socket={socket} api={api} />
    </StrictMode>,
  );
}

void main();
