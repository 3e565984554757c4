import { act, PAGE, type ScriptedModel } from '../testing/scripted-model';
import { NO_TERMS, jobOf, startModel, write, writerOf } from './writer.fixture';

let model: ScriptedModel;
let local: ScriptedModel;
beforeAll(async () => {
  model = await startModel();
  local = await startModel();
});
afterAll(async () => {
  await model?.stop();
  await local?.stop();
});

describe('a model that works', () => {
  it('should write the page in one request, with its cost', async () => {
    model.play([]);
    const end = await write(writerOf(model).writer);
    expect(end).toMatchObject({
      status: 'COMPLETED',
      written: PAGE,
      provider: 'openai',
      model: 'gpt-test',
      fromCache: false,
    });
    expect(end.calls).toEqual([
      {
        ...{ provider: 'openai', model: 'gpt-test', promptVersion: 'chat-1', route: 'first choice' },
        ...{ outcome: 'SUCCEEDED', error: null, fromCache: false, promptTokens: 120, completionTokens: 60 },
        // (120 × 0.15 + 60 × 0.60) / 1,000,000
        ...{ costUsd: '0.000054', durationMs: expect.any(Number) },
      },
    ]);
    expect(model.requests).toHaveLength(1);
    expect(model.requests[0]).toMatchObject({
      path: '/v1/chat/completions',
      authorization: 'Bearer secret',
      body: { model: 'gpt-test', response_format: { type: 'json_schema' } },
    });
  });

  it('should be asked for the language of the product', async () => {
    model.play(
      [],
      act.answer({ ...PAGE, description: 'Un pocillo de cerámica azul para el café de la casa.' }),
    );
    const end = await write(writerOf(model).writer, jobOf({ name: 'Pocillo de cerámica azul para café' }));
    expect(end.status).toBe('COMPLETED');
    expect(model.requests[0]?.body.messages[0]?.content).toContain('plain Spanish');
  });

  it('should not be told what identifies people', async () => {
    model.play([]);
    const name = 'Mug for ana.perez@example.com, call +57 300 123 4567';
    const keywords = ['card 4111 1111 1111 1111', 'sk-abcdefghijklmnop1234', 'Calle 45 # 12-30'];
    await write(writerOf(model).writer, jobOf({ name, keywords, description: 'Write to 12 Main Street' }));
    const sent = JSON.stringify(model.requests[0]?.body.messages);
    for (const secret of ['ana.perez', '300 123', '4111', 'sk-abc', 'Calle 45', 'Main Street']) {
      expect(sent).not.toContain(secret);
    }
    expect(sent).toContain('[e-mail]');
  });
});

describe('figures of usage', () => {
  it.each([
    ['absent', null],
    ['negative', { prompt_tokens: -5, completion_tokens: -1 }],
    ['text', { prompt_tokens: 'many', completion_tokens: '?' }],
    ['absurd', { prompt_tokens: 1e15, completion_tokens: 1e15 }],
    ['fractions', { prompt_tokens: 1.5, completion_tokens: 2.5 }],
  ])('should be estimated where they are wrong: %s', async (_what, usage) => {
    model.play([], act.answer(PAGE, usage));
    const [call] = (await write(writerOf(model).writer)).calls;
    expect(call?.completionTokens).toBe(Math.ceil(JSON.stringify(PAGE).length / 4));
    expect(call?.promptTokens).toBeGreaterThan(100);
    expect(call?.promptTokens).toBeLessThan(2_000);
  });
});

describe('an API that knows no schema', () => {
  it('should be asked for plain JSON from then on', async () => {
    const { writer } = writerOf(model);
    model.play([act.error(400, null, {}, "Unknown parameter: 'response_format.json_schema'")]);
    const first = await write(writer);
    expect(first.status).toBe('COMPLETED');
    await write(writer);
    expect(model.requests.map((request) => request.body.response_format.type)).toEqual([
      'json_schema',
      'json_object',
      'json_object',
    ]);
  });
});

describe('an API that counts reasoning among the tokens', () => {
  it('should be told its limit in its own word from then on', async () => {
    const { writer } = writerOf(model);
    const complaint = "Unsupported parameter: 'max_tokens' is not supported with this model.";
    model.play([act.error(400, 'unsupported_parameter', {}, complaint)]);
    expect((await write(writer)).status).toBe('COMPLETED');
    await write(writer);
    const limits = model.requests.map(({ body }) =>
      Object.keys(body).filter((name) => name.startsWith('max')),
    );
    expect(limits).toEqual([['max_tokens'], ['max_completion_tokens'], ['max_completion_tokens']]);
  });
});

describe('several providers', () => {
  const all = (): Record<string, string> => ({
    LOCAL_LLM_BASE_URL: local.baseUrl,
    LOCAL_LLM_MODEL: 'llama-test',
    ENRICHMENT_PROVIDERS: 'openai,local,builtin',
  });

  it('should keep one of the three requests for the next model', async () => {
    model.play([], act.error(500));
    local.play([]);
    const end = await write(writerOf(model, all()).writer);
    expect(end).toMatchObject({ status: 'COMPLETED', provider: 'local', model: 'llama-test' });
    expect([model.requests.length, local.requests.length]).toEqual([2, 1]);
    expect(end.calls.at(-1)?.route).toBe('instead of openai: 500 status 500');
  });

  it('should end with the built-in writer when no model can', async () => {
    model.play([], act.error(500));
    local.play([], act.refusal());
    const end = await write(writerOf(model, all()).writer);
    expect(end).toMatchObject({ status: 'COMPLETED', provider: 'builtin' });
    expect(model.requests.length + local.requests.length).toBe(3);
  });

  it('should fall back rather than wait longer than five minutes', async () => {
    model.play([], act.error(429, 'rate_limit_exceeded', { 'retry-after': '600' }));
    local.play([]);
    expect(await write(writerOf(model, all()).writer)).toMatchObject({
      status: 'COMPLETED',
      provider: 'local',
    });
  });

  it('should never let a confidential product out of the house', async () => {
    model.play([]);
    local.play([]);
    const terms = { ...NO_TERMS, confidential: true };
    const { writer } = writerOf(model, all());
    const end = await write(writer, jobOf({}, { terms }));
    expect(end).toMatchObject({ status: 'COMPLETED', provider: 'local' });
    expect(end.calls[0]?.route).toBe('confidential, so not in a cloud');
    local.play([], act.refusal());
    expect(await write(writer, jobOf({}, { terms }))).toMatchObject({ provider: 'builtin' });
    expect(await write(writerOf(model).writer, jobOf({}, { terms }))).toMatchObject({
      status: 'FAILED',
      error: 'The product is confidential, and no provider in the house may write it.',
    });
    expect(model.requests).toHaveLength(0);
  });

  it('should count the requests that a job made before', async () => {
    model.play([], act.error(500));
    const end = await write(writerOf(model).writer, jobOf({}, { attempts: 2 }));
    expect(end.status).toBe('FAILED');
    expect(model.requests).toHaveLength(1);
    model.play([]);
    expect(await write(writerOf(model).writer, jobOf({}, { attempts: 3 }))).toMatchObject({
      status: 'FAILED',
      calls: [],
    });
    expect(model.requests).toHaveLength(0);
  });
});
