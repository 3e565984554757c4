import pino, { type DestinationStream, type Logger } from 'pino';
import { redact } from './redact';

export interface LoggerOptions {
  /** One of pino's levels. */
  readonly level: string;
  /** What must stand in no line, whatever it is logged with. */
  readonly secrets?: readonly string[];
  /** Where lines go instead of standard error. */
  readonly destination?: DestinationStream;
}

/**
 * The root logger; each part of the product takes a child of it with its `service`. One JSON line per entry on standard
 * error, or a readable form where a person is looking at a terminal; secrets are left out of every line.
 */
export function createLogger({ level, secrets = [], destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    hooks: { streamWrite: (line: string) => redact(line, secrets) },
  };
  if (destination) return pino(options, destination);
  if (!process.stderr.isTTY) return pino(options, pino.destination({ dest: 2, sync: true }));
  return pino({
    ...options,
    transport: {
      target: 'pino-pretty',
      options: { destination: 2, ignore: 'pid,hostname', translateTime: 'HH:MM:ss.l' },
    },
  });
}
