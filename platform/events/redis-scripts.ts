import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

/** A script that runs in Redis, atomically; sent in full only where Redis does not know it yet. */
export class RedisScript {
  readonly #sha: string;

  constructor(private readonly text: string) {
    this.#sha = createHash('sha1').update(text).digest('hex');
  }

  async run(redis: Redis, keys: readonly string[], values: readonly (string | number)[]): Promise<unknown> {
    try {
      return await redis.evalsha(this.#sha, keys.length, ...keys, ...values);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return redis.eval(this.text, keys.length, ...keys, ...values);
    }
  }
}

/*
 * The name of Redis's memory: `<run id>:<random>`. A restarted or another server has another run id, whatever its
 * disk brought back; an emptied one has lost the key.
 */
const MEMORY = `
  local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)') or 'unknown'
  local memory = redis.call('GET', KEYS[1])
  if not memory or string.sub(memory, 1, #run + 1) ~= run .. ':' then
    memory = run .. ':' .. ARGV[1]
    redis.call('SET', KEYS[1], memory)
  end`;

/** KEYS: memory. ARGV: random text for a new name. Answers the name. */
export const nameMemory = new RedisScript(`${MEMORY}
  return memory`);

/**
 * KEYS: memory, streams … ARGV: random text, the expected name or '', length limit, then for each event the number of
 * its stream's key and its JSON. Answers 1, or 0 when the name is another and nothing was taken.
 */
export const publishEvents = new RedisScript(`${MEMORY}
  if ARGV[2] ~= '' and ARGV[2] ~= memory then return 0 end
  for i = 4, #ARGV, 2 do
    redis.call('XADD', KEYS[tonumber(ARGV[i])], 'MAXLEN', '~', ARGV[3], '*', 'event', ARGV[i + 1])
  end
  return 1`);

/*
 * One member of the group at a time reads the stream: the holder of the lease. The lease is looked at and the entries are
 * taken in one step, so a member that was paused or cut off cannot take any after another one began. Who has just taken the lease begins with
 * everything that was delivered to anybody and not acknowledged, oldest first. The lease names its holder and the
 * holder's term; a script of an earlier term that arrives late takes nothing, and its answer is missed by nobody.
 */

/** What the holder of the lease gets: nothing but an empty hand, the lease itself, or entries. */
export const STANDBY = 0;
export const HOLDER = 1;
export const TAKEN = 2;

/**
 * KEYS: lease, stream. ARGV: holder, term, lease millis, group, count, cursor among the pending entries or ''.
 * Answers the state above, the next cursor ('' when no pending entry is left), and the entries.
 */
export const takeEntries = new RedisScript(`
  local owner = redis.call('GET', KEYS[1])
  local state = ${HOLDER}
  if owner then
    local holder, term = string.match(owner, '^(.*):(%d+)$')
    if holder ~= ARGV[1] or tonumber(term) > tonumber(ARGV[2]) then return { ${STANDBY}, '', {} } end
    if tonumber(term) < tonumber(ARGV[2]) then state = ${TAKEN} end
  else
    state = ${TAKEN}
  end
  redis.call('SET', KEYS[1], ARGV[1] .. ':' .. ARGV[2], 'PX', ARGV[3])
  local cursor = ARGV[6]
  if state == ${TAKEN} then cursor = '0-0' end
  if ARGV[5] == '0' then return { state, cursor, {} } end

  local group = redis.pcall('XGROUP', 'CREATE', KEYS[2], ARGV[4], '0', 'MKSTREAM')
  if group.err and not string.find(group.err, 'BUSYGROUP', 1, true) then return group end
  if cursor ~= '' then
    local claimed = redis.call('XAUTOCLAIM', KEYS[2], ARGV[4], ARGV[1], 0, cursor, 'COUNT', ARGV[5])
    local next = claimed[1]
    if next == '0-0' then next = '' end
    return { state, next, claimed[2] }
  end
  local read = redis.call('XREADGROUP', 'GROUP', ARGV[4], ARGV[1], 'COUNT', ARGV[5], 'STREAMS', KEYS[2], '>')
  return { state, '', read and read[1][2] or {} }`);

/** KEYS: lease. ARGV: holder. Leaves the stream to the next member. */
export const releaseLease = new RedisScript(`
  local owner = redis.call('GET', KEYS[1])
  if owner and string.match(owner, '^(.*):%d+$') == ARGV[1] then redis.call('DEL', KEYS[1]) end
  return 1`);
