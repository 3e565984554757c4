import Redis from 'ioredis';
import type { Client } from 'pg';
import { z } from 'zod';
import { factOf, type Fact } from './fact';

const entry = z.object({ id: z.string() });

interface Row {
  readonly id: string;
  readonly type: string;
  readonly aggregate_id: string;
  readonly published: boolean;
}

const OUTBOX = `
  SELECT id, type, aggregate_id, published_at IS NOT NULL AS published FROM outbox ORDER BY position`;

/** What was written to the outboxes has been published, and is on the bus in its order where the bus can be read. */
export async function eventFacts(
  producers: Readonly<Record<string, Client>>,
  redisUrl: string | null,
): Promise<Fact[]> {
  const redis = redisUrl === null ? null : new Redis(redisUrl, { maxRetriesPerRequest: 1 });
  const rows: { what: string; wrong: boolean }[] = [];
  try {
    for (const [producer, database] of Object.entries(producers)) {
      const outbox = (await database.query<Row>(OUTBOX)).rows;
      const seen = redis && (await positionsOf(redis, producer));
      const latest = new Map<string, number>();
      for (const event of outbox) {
        const position = seen === null ? 0 : seen.get(event.id);
        const late = position !== undefined && position < (latest.get(event.aggregate_id) ?? -1);
        const wrong = !event.published || position === undefined || late;
        rows.push({
          what: `${event.type} ${event.id} is ${late ? 'out of order' : 'not on the bus'}`,
          wrong,
        });
        if (position !== undefined) latest.set(event.aggregate_id, position);
      }
    }
  } finally {
    redis?.disconnect();
  }
  return [factOf('every event of the outbox reached the bus, in order', rows)];
}

/** Where each event first stands in its producer's stream. */
async function positionsOf(redis: Redis, producer: string): Promise<Map<string, number>> {
  const positions = new Map<string, number>();
  for (const [, fields] of await redis.xrange(`{bodega}:events:${producer}`, '-', '+')) {
    const { id } = entry.parse(JSON.parse(fields[1] ?? 'null'));
    if (!positions.has(id)) positions.set(id, positions.size);
  }
  return positions;
}
