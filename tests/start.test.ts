import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { LoginDocument, ProductsDocument, RegisterDocument } from '../schema/operations/generated/graphql';
import { freePort } from '../processes/distributed/free-port';
import { Api, PASSWORD } from './support/api';
import { npmStart, type BodegaProcess } from './support/bodega-process';

jest.setTimeout(120_000);

let folder: string;
let processes: BodegaProcess[];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bodega-start-'));
  processes = [];
});
afterEach(async () => {
  for (const { child, exited } of processes) {
    killGroup(child.pid, 'SIGKILL');
    await exited;
  }
  rmSync(folder, { recursive: true, force: true });
});

function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

async function start(
  environment: Record<string, string> = {},
  options: { uid?: number; gid?: number } = {},
): Promise<BodegaProcess> {
  const bodega = npmStart(
    { PORT: String(await freePort()), BODEGA_DATA_DIR: path.join(folder, 'data'), ...environment },
    options,
  );
  processes.push(bodega);
  return bodega;
}

/** Logs in as the start announced it, and counts the demo's products. */
async function demoProducts(url: string): Promise<number | undefined> {
  const anonymous = new Api(url);
  const { login } = await anonymous.request(LoginDocument, {
    input: { email: 'demo@bodega.test', password: 'bodega-demo-2026' },
  });
  if (login?.__typename !== 'Session') throw new Error(JSON.stringify(login));
  const { products } = await anonymous
    .as({ authorization: `Bearer ${login.accessToken}` })
    .request(ProductsDocument, { first: 100 });
  return products?.totalCount;
}

/** Processes that have to do with this test's folder, by where they work, how they were called, or what they were given. */
function leftovers(): { pid: number; cwd: string }[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.flatMap((pid) => {
    try {
      const cwd = readlinkSync(`/proc/${pid}/cwd`);
      const said = ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${pid}/${name}`, 'utf8'));
      return [cwd, ...said].some((text) => text.includes(folder)) ? [{ pid, cwd }] : [];
    } catch {
      // It has ended in between, or is somebody else's.
      return [];
    }
  });
}

async function gone(): Promise<boolean> {
  for (let attempt = 0; attempt < 100 && leftovers().length > 0; attempt++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return leftovers().length === 0;
}

describe('npm start', () => {
  it('has the demo business ready to log in, keeps its data, and leaves no process behind on SIGTERM or Ctrl-C', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const bodega = await start();
      const url = await bodega.ready;
      expect(bodega.output()).toContain('demo@bodega.test / bodega-demo-2026');
      expect(await demoProducts(url)).toBe(24);
      expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ status: 'up' });
      // Ctrl-C reaches the whole group; a supervisor signals npm alone.
      if (signal === 'SIGINT') killGroup(bodega.child.pid, signal);
      else bodega.child.kill(signal);
      await bodega.exited;
      expect(await gone()).toBe(true);
    }
  });

  it('lets nobody in before the demo business is there', async () => {
    const port = await freePort();
    const bodega = await start({ PORT: String(port) });
    const anonymous = new Api(`http://127.0.0.1:${port}`);
    const input = { businessName: 'Early', name: 'Early', email: 'demo@bodega.test', password: PASSWORD };
    const outcomes = new Set<string | undefined>();
    let waiting = true;
    void bodega.ready.finally(() => (waiting = false));
    while (waiting)
      await anonymous.request(RegisterDocument, { input }).then(
        ({ register }) => outcomes.add(register?.__typename),
        () => undefined,
      );
    expect([...outcomes].filter((outcome) => outcome !== 'EmailTaken')).toEqual([]);
    expect(await demoProducts(await bodega.ready)).toBe(24);
  });

  it('knows what its database refuses, however its packages were loaded', async () => {
    const url = await (await start()).ready;
    const input = { businessName: 'Second', name: 'Second', email: 'second@bodega.test', password: PASSWORD };
    const anonymous = new Api(url);
    for (const __typename of ['Session', 'EmailTaken'] as const)
      expect((await anonymous.request(RegisterDocument, { input })).register).toMatchObject({ __typename });
  });

  it('recovers by itself after kill -9', async () => {
    const first = await start();
    await first.ready;
    killGroup(first.child.pid, 'SIGKILL');
    await first.exited;
    const second = await start();
    expect(await demoProducts(await second.ready)).toBe(24);
  });

  it('goes on with a first start that was killed in the middle', async () => {
    const first = await start();
    const data = path.join(folder, 'data', 'postgres');
    while (!leftovers().some(({ cwd }) => cwd.startsWith(data)))
      await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(first.output()).not.toContain('is ready');
    killGroup(first.child.pid, 'SIGKILL');
    await first.exited;
    const second = await start();
    expect(await demoProducts(await second.ready)).toBe(24);
  });

  it('runs twice side by side with other ports and data directories', async () => {
    const [one, two] = await Promise.all([start(), start({ BODEGA_DATA_DIR: path.join(folder, 'other') })]);
    const urls = await Promise.all([one.ready, two.ready]);
    expect(new Set(urls).size).toBe(2);
    expect(await Promise.all(urls.map(demoProducts))).toEqual([24, 24]);
  });

  it('serves an ordinary user, in a folder that is theirs alone', async () => {
    if (process.getuid?.() !== 0) return;
    const nobody = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .find(([name]) => name === 'nobody');
    const ids = { uid: Number(nobody?.[2]), gid: Number(nobody?.[3]) };
    chownSync(folder, ids.uid, ids.gid);
    chmodSync(folder, 0o700);
    const bodega = await start({ HOME: folder }, ids);
    expect(await demoProducts(await bodega.ready)).toBe(24);
  });

  describe('ends with one clear line and exit code 1', () => {
    async function refusal(environment: Record<string, string>): Promise<string> {
      const bodega = await start({ LOG_LEVEL: 'info', ...environment });
      expect(await bodega.exited).toBe(1);
      expect(await gone()).toBe(true);
      // Nothing was started, nor made, for what can be known before.
      expect(readdirSync(folder)).not.toContain('data');
      const lines = bodega.output().trim().split('\n');
      expect(lines).toHaveLength(1);
      return lines[0] ?? '';
    }

    it('when the port is taken', async () => {
      const port = await freePort();
      const other = createServer().listen(port, '127.0.0.1');
      expect(await refusal({ PORT: String(port) })).toBe(
        `bodega: Port ${port} on 127.0.0.1 is already in use. Set PORT to a free one.`,
      );
      await new Promise((resolve) => other.close(resolve));
    });

    it.each([
      ['PORT', '70000', 'bodega: PORT: must be a whole number from 0 to 65535'],
      ['PORT', 'x', 'bodega: PORT: must be a whole number from 0 to 65535'],
      [
        'LOG_LEVEL',
        'loud',
        'bodega: LOG_LEVEL: must be one of fatal, error, warn, info, debug, trace, silent',
      ],
      ['BODEGA_DEMO', 'yes', 'bodega: BODEGA_DEMO: must be 0 or 1'],
      [
        'INVENTORY_DATABASE_URL',
        'mysql://x',
        'bodega: INVENTORY_DATABASE_URL: must be an address that begins with postgres:// or postgresql://',
      ],
      ['OPENAI_BASE_URL', 'nowhere', expect.stringMatching(/^bodega: OPENAI_BASE_URL: must be /)],
      ['RESERVATION_MINUTES', '0', 'bodega: RESERVATION_MINUTES: must be a whole number from 1 to 1440'],
      ['HOST', '192.0.2.1', 'bodega: 192.0.2.1 is not an address of this machine. Set HOST to one that is.'],
    ])('when %s is %s', async (name, value, expected) => {
      expect(await refusal({ [name]: value })).toEqual(expected);
    });

    it('when the data directory cannot be one, or is used by another Bodega', async () => {
      const file = path.join(folder, 'a-file');
      writeFileSync(file, '');
      expect(await refusal({ BODEGA_DATA_DIR: file })).toContain(file);
      const running = await start();
      await running.ready;
      const second = await start();
      expect(await second.exited).toBe(1);
      expect(second.output().trim().split('\n')).toHaveLength(1);
      expect(second.output()).toContain('BODEGA_DATA_DIR');
    });
  });
});
