import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { TcpProxy } from './tcp-proxy';

let echo: Server;
let heard: string[];
let proxy: TcpProxy;
let sockets: Socket[];
beforeEach(async () => {
  heard = [];
  sockets = [];
  echo = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      heard.push(data.toString());
      socket.write(data);
    });
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await TcpProxy.start((echo.address() as AddressInfo).port, 1);
});
afterEach(async () => {
  await proxy.close();
  for (const socket of sockets) socket.destroy();
  echo.close();
});

async function client(): Promise<Socket> {
  const socket = connect(proxy.port, '127.0.0.1');
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

async function ask(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.toString();
}

const code = async (socket: Socket): Promise<unknown> => {
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
  return error.code;
};

describe('The fault proxy', () => {
  it('passes everything on, in order, when it is told nothing', async () => {
    const socket = await client();
    expect(await ask(socket, 'a')).toBe('a');
    expect(await ask(socket, 'b')).toBe('b');
    socket.end();
    await once(socket, 'close');
    expect(heard).toEqual(['a', 'b']);
  });

  it('cuts a connection on both sides', async () => {
    const socket = await client();
    expect(await ask(socket, 'a')).toBe('a');
    proxy.set('up', { cutOneIn: 1 });
    const cut = code(socket);
    socket.write('b');
    expect(await cut).toBe('ECONNRESET');
    expect([heard, proxy.struck.cut]).toEqual([['a'], 1]);
  });

  it('swallows the answer alone, until it is healed: then the connection is reset', async () => {
    const socket = await client();
    proxy.set('down', { swallowOneIn: 1 });
    const silent = new Promise((resolve) => socket.once('data', resolve).once('error', resolve));
    socket.write('a');
    await until(() => proxy.struck.swallowed === 1);
    expect(heard).toEqual(['a']);
    proxy.heal();
    expect(await silent).toMatchObject({ code: 'ECONNRESET' });
    expect(await ask(await client(), 'b')).toBe('b');
  });

  it('holds what is said while it is paused, and passes it on afterwards', async () => {
    const socket = await client();
    proxy.set('both', { paused: true });
    const answer = ask(socket, 'a');
    const other = await client();
    const answerToOther = ask(other, 'b');
    expect(heard).toEqual([]);
    proxy.heal();
    expect(await Promise.all([answer, answerToOther])).toEqual(['a', 'b']);
  });

  it('delays without changing the order', async () => {
    proxy.set('both', { delayMillis: 5 });
    const socket = await client();
    let said = '';
    socket.on('data', (data) => (said += data.toString()));
    for (const letter of 'abcdefghij') socket.write(letter);
    await until(() => said.length === 10);
    expect(said).toBe('abcdefghij');
  });

  it('refuses new connections and ends those that there are', async () => {
    const socket = await client();
    expect(await ask(socket, 'a')).toBe('a');
    const cut = code(socket);
    proxy.refuse();
    expect(await cut).toBe('ECONNRESET');
    const refused = connect(proxy.port, '127.0.0.1');
    sockets.push(refused);
    expect(await code(refused)).toBe('ECONNRESET');
    proxy.heal();
    expect(await ask(await client(), 'b')).toBe('b');
  });

  it('strikes at the same moments for the same seed', async () => {
    const struckAt = async (seed: number): Promise<number[]> => {
      const seeded = await TcpProxy.start((echo.address() as AddressInfo).port, seed);
      seeded.set('up', { cutOneIn: 3 });
      const cuts: number[] = [];
      for (let connection = 0; connection < 10; connection++) {
        const socket = connect(seeded.port, '127.0.0.1');
        let said = 0;
        try {
          await once(socket, 'connect');
          for (; said < 20; said++) await ask(socket, 'x');
        } catch {
          cuts.push(said);
        }
        socket.destroy();
      }
      await seeded.close();
      return cuts;
    };
    const first = await struckAt(7);
    expect(first.length).toBeGreaterThan(5);
    expect(await struckAt(7)).toEqual(first);
    expect(await struckAt(8)).not.toEqual(first);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
