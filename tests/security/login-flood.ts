import { availableParallelism, tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Api } from '../support/api';
import { npmStart } from '../support/bodega-process';

export interface LoginFloodFigures {
  readonly cores: number;
  readonly normalP99Millis: number;
  readonly floodedP99Millis: number;
  readonly ratio: number;
  readonly catalogueRequests: number;
  readonly logins: Readonly<Record<string, number>>;
}

const LOGINS_AT_ONCE = 200;
const READERS = 2;
const ROUNDS = 5;
const ROUND_MILLIS = 3_000;

const CATALOGUE =
  '{ products(first: 20) { nodes { id sku name price { amount currency } category { name } } totalCount } }';
const LOGIN =
  'mutation ($input: LoginInput!) { login(input: $input) { __typename ... on Session { accessToken } } }';
const DEMO = { email: 'demo@bodega.test', password: 'bodega-demo-2026' };

/**
 * The catalogue's latency while 200 logins are always under way, against that of a quiet system: rounds of both in turns, for
 * the machine is not always as fast. The product runs as `npm start` starts it, in a process of its own.
 */
export async function loginFlood(
  progress: (done: number) => void = () => undefined,
): Promise<LoginFloodFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bodega-flood-'));
  const bodega = npmStart({
    PORT: '0',
    BODEGA_DATA_DIR: folder,
    RATE_LIMIT_USER: '0',
    RATE_LIMIT_BUSINESS: '0',
    RATE_LIMIT_ADDRESS: '0',
  });
  try {
    return await measure(await bodega.ready, progress);
  } finally {
    bodega.child.kill('SIGTERM');
    await bodega.exited;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(url: string, progress: (done: number) => void): Promise<LoginFloodFigures> {
  const anonymous = new Api(url);
  const { data } = await anonymous.send<{ login: { accessToken: string } }>(LOGIN, { input: DEMO });
  const reader = anonymous.as({ authorization: `Bearer ${data?.login.accessToken ?? ''}` });
  await read(reader, ROUND_MILLIS);
  const [normal, flooded]: [number[], number[]] = [[], []];
  const logins: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    normal.push(...(await read(reader, ROUND_MILLIS)));
    const end = Date.now() + ROUND_MILLIS;
    const flood = Array.from({ length: LOGINS_AT_ONCE }, async () => {
      while (Date.now() < end) {
        const { data: answer, errors } = await anonymous.send<{ login: { __typename: string } }>(LOGIN, {
          input: DEMO,
        });
        const outcome = answer?.login?.__typename ?? String(errors[0]?.extensions['code']);
        logins[outcome] = (logins[outcome] ?? 0) + 1;
      }
    });
    flooded.push(...(await read(reader, ROUND_MILLIS)));
    await Promise.all(flood);
    progress((round + 1) / ROUNDS);
  }
  const [normalP99Millis, floodedP99Millis] = [percentile(normal, 0.99), percentile(flooded, 0.99)];
  return {
    cores: availableParallelism(),
    normalP99Millis,
    floodedP99Millis,
    ratio: floodedP99Millis / normalP99Millis,
    catalogueRequests: normal.length + flooded.length,
    logins,
  };
}

/** Milliseconds of each request of readers who ask again as soon as they are answered. */
async function read(reader: Api, forMillis: number): Promise<number[]> {
  const millis: number[] = [];
  const end = Date.now() + forMillis;
  await Promise.all(
    Array.from({ length: READERS }, async () => {
      while (Date.now() < end) {
        const begun = performance.now();
        const { errors } = await reader.send(CATALOGUE);
        if (errors.length > 0) throw new Error(JSON.stringify(errors));
        millis.push(performance.now() - begun);
      }
    }),
  );
  return millis;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
