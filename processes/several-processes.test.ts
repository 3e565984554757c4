import { ConfigurationError } from '../platform/config/environment';
import { readConfiguration } from './configuration';

const INVENTORY_URL = 'http://127.0.0.1:4002/graphql';

describe('Subgraphs in several processes', () => {
  it('are refused without Redis, with a line that names it', () => {
    const read = () => readConfiguration({ INVENTORY_URL });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(
      'REDIS_URL: is required when subgraphs run in several processes, e.g. redis://localhost:6379',
    );
  });

  it('are refused without a secret that they share', () => {
    expect(() => readConfiguration({ INVENTORY_URL, REDIS_URL: 'redis://localhost' })).toThrow(
      'BODEGA_INTERNAL_SECRET: is required when subgraphs run in several processes: at least 32 characters, the same in all of them',
    );
  });
});
