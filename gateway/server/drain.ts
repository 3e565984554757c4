import type { Server } from 'node:http';

/**
 * Ends a server without cutting what runs: takes no new connection, waits for the requests that are being answered, at
 * most for the grace, then ends every connection. Node's own close would wait for the keep-alive of idle ones.
 */
export function drainable(server: Server): (graceMillis: number) => Promise<void> {
  let running = 0;
  let idle: (() => void) | undefined;
  server.on('request', (_request, response) => {
    running += 1;
    response.once('close', () => {
      running -= 1;
      if (running === 0) idle?.();
    });
  });
  return async (graceMillis) => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    if (running > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMillis);
        idle = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    server.closeAllConnections();
    await closed;
  };
}
