import type { Logger } from 'pino';
import type { EventBus } from '../platform/events/event';
import { InProcessBus } from '../platform/events/in-process-bus';
import { RedisStreamsBus } from '../platform/events/redis-streams-bus';

/** Redis Streams where there is a Redis, otherwise the bus of this process alone. */
export function connectBus(redisUrl: string | undefined, log: Logger): EventBus {
  return redisUrl === undefined ? new InProcessBus() : new RedisStreamsBus({ url: redisUrl, log });
}
