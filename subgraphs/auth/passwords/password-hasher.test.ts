import { PasswordHasher } from './password-hasher';

const TOO_MANY = { extensions: { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 5 } };

/** Work that ends when the test says so. */
function held(): { work: () => Promise<string>; end: () => void } {
  let end = (): void => undefined;
  const ended = new Promise<string>((resolve) => (end = () => resolve('done')));
  return { work: () => ended, end };
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a password matches its own hash and no other; no hash matches nothing', async () => {
  const hasher = new PasswordHasher();
  const hash = await hasher.hash('plum-kettle-47-orbit', 5_000);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hasher.matches(hash, 'plum-kettle-47-orbit')).toBe(true);
  expect(await hasher.matches(hash, 'plum-kettle-47-orbit ')).toBe(false);
  expect(await hasher.matches(null, 'plum-kettle-47-orbit')).toBe(false);
});

test('a password typed on another system is the same password', async () => {
  const hasher = new PasswordHasher();
  const hash = await hasher.hash('caf\u00e9-and-kettle', 5_000);
  expect(await hasher.matches(hash, 'cafe\u0301-and-kettle')).toBe(true);
});

test('so many run at a time, first come, first served', async () => {
  const hasher = new PasswordHasher({ concurrent: 2 });
  const works = [held(), held(), held(), held()];
  const begun: number[] = [];
  const all = works.map(({ work }, index) =>
    hasher.inTurn(5_000, () => {
      begun.push(index);
      return work();
    }),
  );
  await soon();
  expect(begun).toEqual([0, 1]);
  works[1]?.end();
  await soon();
  expect(begun).toEqual([0, 1, 2]);
  for (const work of works) work.end();
  expect(await Promise.all(all)).toEqual(['done', 'done', 'done', 'done']);
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('nobody slips in while a turn is handed over', async () => {
  const hasher = new PasswordHasher({ concurrent: 1 });
  const first = held();
  let running = 0;
  let most = 0;
  const counted = async (): Promise<void> => {
    most = Math.max(most, ++running);
    await soon();
    running -= 1;
  };
  const all: Promise<unknown>[] = [hasher.inTurn(5_000, first.work), hasher.inTurn(5_000, counted)];
  first.end();
  // One newcomer at each step of the handing over.
  for (let step = 0; step < 20; step++) {
    await Promise.resolve();
    all.push(hasher.inTurn(5_000, counted));
  }
  await Promise.all(all);
  expect(most).toBe(1);
});

test('who finds too many waiting is refused at once, and takes nobody’s turn', async () => {
  const hasher = new PasswordHasher({ concurrent: 1, maxWaiting: 1 });
  const [running, waiting] = [held(), held()];
  const one = hasher.inTurn(5_000, running.work);
  const two = hasher.inTurn(5_000, waiting.work);
  await expect(hasher.inTurn(5_000, () => Promise.resolve('never'))).rejects.toMatchObject(TOO_MANY);
  running.end();
  waiting.end();
  expect(await Promise.all([one, two])).toEqual(['done', 'done']);
});

test('who waits longer than the request has left is refused, and takes nobody’s turn', async () => {
  const hasher = new PasswordHasher({ concurrent: 1 });
  const running = held();
  const one = hasher.inTurn(5_000, running.work);
  await expect(hasher.inTurn(10, () => Promise.resolve('never'))).rejects.toMatchObject(TOO_MANY);
  running.end();
  expect(await one).toBe('done');
  expect(await hasher.inTurn(10, () => Promise.resolve('free'))).toBe('free');
});

test('work that fails gives its turn back', async () => {
  const hasher = new PasswordHasher({ concurrent: 1 });
  await expect(hasher.inTurn(5_000, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await hasher.inTurn(10, () => Promise.resolve('free'))).toBe('free');
});
