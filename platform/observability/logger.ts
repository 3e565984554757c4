import pino, { type Logger } from 'pino';

/** Paths whose values never reach a log line. */
const REDACTED = [
  'password',
  'accessToken',
  'refreshToken',
  'secret',
  'authorization',
  'apiKey',
  '*.password',
  '*.accessToken',
  '*.refreshToken',
  '*.secret',
  '*.authorization',
  '*.apiKey',
  'headers.cookie',
  'headers["x-api-key"]',
];

/** The root logger; each part of the product takes a child of it with its `service`. One JSON line per entry on standard error, or a readable form where a person is looking at a terminal. */
export function createLogger(level: string): Logger {
  const options = { level, base: null, redact: { paths: REDACTED, censor: '[redacted]' } };
  if (!process.stderr.isTTY) return pino(options, pino.destination({ dest: 2, sync: true }));
  return pino({
    ...options,
    transport: {
      target: 'pino-pretty',
      options: { destination: 2, ignore: 'pid,hostname', translateTime: 'HH:MM:ss.l' },
    },
  });
}
