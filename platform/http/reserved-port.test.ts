import { createServer } from 'node:http';
import { ReservedPort } from './reserved-port';

describe('A reserved port', () => {
  it('is refused while another holds it', async () => {
    const held = await ReservedPort.at('127.0.0.1', 0);
    await expect(ReservedPort.at('127.0.0.1', held.port)).rejects.toThrow(
      `Port ${held.port} on 127.0.0.1 is already in use. Set PORT to a free one.`,
    );
    await held.release();
    await (await ReservedPort.at('127.0.0.1', held.port)).release();
  });

  it('tells whoever comes too early to come again, and is then served by another server', async () => {
    const held = await ReservedPort.at('127.0.0.1', 0);
    const url = `http://127.0.0.1:${held.port}/graphql`;
    const early = await fetch(url, { method: 'POST', body: 'x'.repeat(100_000) });
    expect([early.status, early.headers.get('retry-after'), await early.json()]).toEqual([
      503,
      '1',
      {
        status: 'down',
        dependencies: {},
        errors: [{ message: 'Bodega is starting.', extensions: { code: 'SERVICE_UNAVAILABLE' } }],
      },
    ]);
    const server = createServer((_request, response) => response.end('served'));
    await held.handOver(server);
    expect(server.address()).toMatchObject({ port: held.port });
    expect(await (await fetch(url)).text()).toBe('served');
    // No longer its own to give back.
    await held.release();
    expect(await (await fetch(url)).text()).toBe('served');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await expect(fetch(url)).rejects.toThrow();
  });
});
