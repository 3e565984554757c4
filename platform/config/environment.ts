import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The environment is not what it must be: one line for the person who starts the program. */
export class ConfigurationError extends Error {}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The part of the environment that `rules` describe, parsed. Where NAME is not set, NAME_FILE may name a file that holds its
 * value: what reads secrets into files (Docker, Kubernetes, systemd) need not put them where every child process sees them.
 * @throws ConfigurationError that names the first wrong variable and what it must be.
 */
export function parseEnvironment<Shape extends z.ZodRawShape>(
  rules: z.ZodObject<Shape>,
  environment: Environment,
): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(
    Object.keys(rules.shape).flatMap((name) => {
      const value = variable(name, environment);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const result = rules.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const name = issue?.path.map(String).join('.') ?? 'environment';
  throw new ConfigurationError(`${name}: ${issue?.message ?? 'is not valid'}`);
}

/**
 * The value of a variable, from itself or from the file that NAME_FILE names, without line breaks at its end.
 * @throws ConfigurationError when there is no such file, or nothing in it.
 */
export function variable(name: string, environment: Environment): string | undefined {
  // An empty variable is what a shell leaves of an unset one.
  if (environment[name]) return environment[name];
  const file = environment[`${name}_FILE`];
  if (!file) return undefined;
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/[\r\n]+$/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new ConfigurationError(`${name}_FILE: cannot be read (${code}): ${file}`);
  }
  if (text === '') throw new ConfigurationError(`${name}_FILE: must not be empty: ${file}`);
  return text;
}

/** A whole number in a range. */
export function wholeNumber(min: number, max: number): z.ZodType<number, string> {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message);
}

/** An address with one of the given protocols. */
export function address(...protocols: string[]): z.ZodType<string, string> {
  const message = `must be an address that begins with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`;
  return z.string().refine((value) => {
    if (!URL.canParse(value)) return false;
    return protocols.includes(new URL(value).protocol.slice(0, -1));
  }, message);
}

/** `1` or `0`. */
export const flag: z.ZodType<boolean, string> = z
  .enum(['0', '1'], { error: 'must be 0 or 1' })
  .transform((value) => value === '1');

/** What is separated by commas, each without blanks around it. */
export const list: z.ZodType<string[], string> = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);
