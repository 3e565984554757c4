import { ConfigurationError } from '../../platform/config/environment';
import { Networks } from '../../platform/network/addresses';
import { readConfiguration } from './enrichment.configuration';

const CLOUD = { OPENAI_API_KEY: 'secret' };
const LOCAL = { LOCAL_LLM_BASE_URL: 'http://127.0.0.1:11434/v1', LOCAL_LLM_MODEL: 'llama3.2' };

describe('the configuration of enrichment', () => {
  it('should be the built-in writer alone when nothing is set', () => {
    expect(readConfiguration({})).toEqual({
      ...{ openai: null, local: null, providers: ['builtin'], prices: new Map(), cacheMillis: 86_400_000 },
      limits: { tokens: null, usd: null },
      ...{ keepDays: 400, webhookNetworks: expect.any(Networks) },
    });
  });

  it('should ask what is configured, the cloud first and the built-in writer last', () => {
    expect(readConfiguration({ ...CLOUD, ...LOCAL })).toMatchObject({
      openai: { baseUrl: 'https://api.openai.com/v1', apiKey: 'secret', model: 'gpt-4o-mini' },
      local: { baseUrl: 'http://127.0.0.1:11434/v1', apiKey: 'none', model: 'llama3.2' },
      providers: ['openai', 'local', 'builtin'],
    });
  });

  it('should work with any compatible server by its address', () => {
    const given = { OPENAI_BASE_URL: 'https://models.example/v1', OPENAI_MODEL: 'some-model' };
    expect(readConfiguration(given).openai).toEqual({
      ...{ name: 'openai', baseUrl: 'https://models.example/v1', apiKey: 'none', model: 'some-model' },
    });
  });

  it.each([
    [{ OPENAI_MODEL: 'x' }, 'OPENAI_API_KEY: must be set, because OPENAI_MODEL is'],
    [
      { OPENAI_BASE_URL: 'api.example' },
      'OPENAI_BASE_URL: must be an address that begins with http:// or https://',
    ],
    [{ LOCAL_LLM_MODEL: 'x' }, 'LOCAL_LLM_BASE_URL: must be set, because LOCAL_LLM_MODEL is'],
    [
      { LOCAL_LLM_BASE_URL: 'http://127.0.0.1:1/v1' },
      'LOCAL_LLM_MODEL: must name a model of the server at LOCAL_LLM_BASE_URL, e.g. "llama3.2"',
    ],
    [
      { ENRICHMENT_PROVIDERS: 'cloud' },
      'ENRICHMENT_PROVIDERS: must be a list like "openai,local,builtin", each name once',
    ],
    [
      { ENRICHMENT_PROVIDERS: 'builtin,builtin' },
      'ENRICHMENT_PROVIDERS: must be a list like "openai,local,builtin", each name once',
    ],
    [
      { ENRICHMENT_PROVIDERS: 'openai' },
      'OPENAI_API_KEY: must be set, because ENRICHMENT_PROVIDERS lists "openai"',
    ],
    [
      { ENRICHMENT_PROVIDERS: 'local' },
      'LOCAL_LLM_BASE_URL: must be set, because ENRICHMENT_PROVIDERS lists "local"',
    ],
    [
      { ENRICHMENT_PRICES: '{"x": {"prompt": -1, "completion": 0}}' },
      'ENRICHMENT_PRICES: must be JSON like {"gpt-4o-mini": {"prompt": "0.15", "completion": "0.60"}}, in US dollars per million tokens',
    ],
    [
      { ENRICHMENT_DAILY_TOKENS: '-5' },
      'ENRICHMENT_DAILY_TOKENS: must be a whole number from 0 to 1000000000',
    ],
    [{ ENRICHMENT_DAILY_USD: '1e3' }, 'ENRICHMENT_DAILY_USD: must be an amount of US dollars like "5.00"'],
    [{ ENRICHMENT_CACHE_HOURS: '0' }, 'ENRICHMENT_CACHE_HOURS: must be a whole number from 1 to 720'],
    [{ ENRICHMENT_KEEP_DAYS: '0' }, 'ENRICHMENT_KEEP_DAYS: must be a whole number from 1 to 3650'],
    [
      { ENRICHMENT_WEBHOOK_NETWORKS: '10.0.0.0/33' },
      'ENRICHMENT_WEBHOOK_NETWORKS: must be addresses and networks like "10.0.0.0/8", separated by commas',
    ],
  ])('should refuse %j in one line', (environment, line) => {
    expect(() => readConfiguration(environment)).toThrow(new ConfigurationError(line));
  });
});
