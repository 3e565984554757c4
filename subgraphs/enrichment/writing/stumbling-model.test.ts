import { act, type ScriptedModel } from '../testing/scripted-model';
import { ATTEMPT_MILLIS, outcomes, startModel, write, writerOf } from './writer.fixture';

let model: ScriptedModel;
beforeAll(async () => {
  model = await startModel();
});
afterAll(async () => {
  await model?.stop();
});

describe('a model that stumbles', () => {
  it.each([
    ['500', act.error(500)],
    ['503', act.error(503)],
    ['a connection reset', act.reset()],
    ['silence before the headers', act.silence()],
    ['headers and then a stalled body', act.stall()],
    ['one byte at a time', act.drip(50)],
    ['truncated JSON', act.truncated()],
    ['a page of HTML', act.html()],
    ['ten megabytes', act.flood(10_000_000)],
    ['429 with a short Retry-After', act.error(429, 'rate_limit_exceeded', { 'retry-after-ms': '20' })],
    ['429 without one', act.error(429, 'rate_limit_exceeded')],
  ])('should be asked again after %s', async (_what, bad) => {
    model.play([bad]);
    const end = await write(writerOf(model).writer);
    expect(end.status).toBe('COMPLETED');
    expect(outcomes(end)).toEqual(['FAILED', 'SUCCEEDED']);
    expect(model.requests).toHaveLength(2);
  });

  it.each([
    ['500', act.error(500)],
    ['a connection reset', act.reset()],
    ['silence', act.silence()],
    ['a stalled body', act.stall()],
    ['one byte at a time', act.drip(50)],
    ['ten megabytes', act.flood(10_000_000)],
  ])('should be given up after three requests of nothing but %s', async (_what, bad) => {
    model.play([], bad);
    const started = performance.now();
    const end = await write(writerOf(model).writer);
    expect(end).toMatchObject({ status: 'FAILED', retryAfterSeconds: null });
    expect(outcomes(end)).toEqual(['FAILED', 'FAILED', 'FAILED']);
    expect(model.requests).toHaveLength(3);
    for (const call of end.calls) expect(call.durationMs).toBeLessThan(ATTEMPT_MILLIS + 300);
    expect(performance.now() - started).toBeLessThan(3 * (ATTEMPT_MILLIS + 300) + 100);
  });

  it.each([
    ['400', act.error(400)],
    ['401', act.error(401, 'invalid_api_key')],
    ['403', act.error(403)],
    ['404', act.error(404, 'model_not_found')],
    ['422', act.error(422)],
    ['an exhausted quota', act.error(429, 'insufficient_quota', { 'retry-after': '1' })],
    ['a refusal', act.refusal()],
    ['a content filter', act.filtered()],
  ])('should never be asked again after %s', async (_what, bad) => {
    model.play([], bad);
    const end = await write(writerOf(model).writer);
    expect(end).toMatchObject({ status: 'FAILED', error: expect.any(String) });
    expect(model.requests).toHaveLength(1);
  });

  it.each([
    ['seconds', () => ({ 'retry-after': '60' }), 60],
    ['a date', () => ({ 'retry-after': new Date(Date.now() + 120_000).toUTCString() }), 120],
    ['an absurd number', () => ({ 'retry-after': '99999999' }), 3600],
    ['an absurd date', () => ({ 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }), 3600],
  ])('should have its Retry-After honoured by rescheduling: %s', async (_what, headers, seconds) => {
    const { writer } = writerOf(model);
    model.play([], act.error(429, 'rate_limit_exceeded', headers()));
    const first = await write(writer);
    expect(first.status).toBe('PENDING');
    expect(
      Math.abs((first.status === 'PENDING' ? first.retryAfterSeconds : 0) - seconds),
    ).toBeLessThanOrEqual(1);
    // Everybody else waits too, without asking.
    const second = await write(writer);
    expect(second).toMatchObject({ status: 'PENDING', calls: [] });
    expect(model.requests).toHaveLength(1);
    expect(writer.capacity()).toBe(0);
  });

  it.each([['-5'], ['soon'], ['']])(
    'should have a Retry-After that makes no sense ignored: "%s"',
    async (value) => {
      model.play([act.error(429, 'rate_limit_exceeded', { 'retry-after': value })]);
      expect((await write(writerOf(model).writer)).status).toBe('COMPLETED');
    },
  );

  it('should not be asked by the next job after it refused the key', async () => {
    const { writer } = writerOf(model);
    model.play([], act.error(401, 'invalid_api_key'));
    await write(writer);
    const end = await write(writer);
    expect(end).toMatchObject({ status: 'FAILED', error: expect.stringContaining('status 401'), calls: [] });
    expect(model.requests).toHaveLength(1);
  });
});
