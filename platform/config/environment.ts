import { z } from 'zod';

/** The environment is not what it must be: one line for the person who starts the program. */
export class ConfigurationError extends Error {}

/**
 * The part of the environment that `rules` describe, parsed.
 * @throws ConfigurationError that names the first wrong variable and what it must be.
 */
export function parseEnvironment<T>(
  rules: z.ZodType<T>,
  environment: Readonly<Record<string, string | undefined>>,
): T {
  // An empty variable is what a shell leaves of an unset one.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = rules.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const name = issue?.path.map(String).join('.') ?? 'environment';
  throw new ConfigurationError(`${name}: ${issue?.message ?? 'is not valid'}`);
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
