import { z } from 'zod';

const MAX_CHARACTERS = 254; // RFC 5321, 4.5.3.1.3, less the angle brackets

/** An e-mail address in the form in which it is stored and compared: without spaces around it, in lower case. */
export function canonicalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** A well-formed address. Only letters of ASCII, so that no two addresses look the same. */
export const emailAddress: z.ZodType<string> = z
  .string()
  .transform(canonicalEmail)
  .refine(
    (email) => email.length <= MAX_CHARACTERS && z.regexes.email.test(email),
    'E-mail address is not valid.',
  );
