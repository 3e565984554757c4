import { z } from 'zod';
import { isStorable } from '../../../platform/validation/validate';
import { isCommon } from './common-passwords';

const MIN_CHARACTERS = 12;
const MAX_CHARACTERS = 128;

/** What is wrong with a password, if anything, as far as it can be told from itself. */
function weakness(password: string): string | undefined {
  const characters = [...password.normalize('NFKC')].length;
  if (!isStorable(password)) return 'Password contains characters that cannot be stored.';
  if (characters < MIN_CHARACTERS) return `Password must have at least ${MIN_CHARACTERS} characters.`;
  if (characters > MAX_CHARACTERS) return `Password must have at most ${MAX_CHARACTERS} characters.`;
  if (isCommon(password)) return 'Password is among the most common ones. Choose another.';
  return undefined;
}

/** A password that may be set: 12 to 128 characters, and none of the commonest. Never trimmed. */
export const newPassword: z.ZodType<string> = z.string().superRefine((password, issues) => {
  const message = weakness(password);
  if (message !== undefined) issues.addIssue({ code: 'custom', message });
});

/** Whether a password could be one at all; what could not need not be looked for. */
export function isPossiblePassword(password: string): boolean {
  return isStorable(password) && password.length <= 4 * MAX_CHARACTERS;
}

/** The message for a password that repeats what everybody can see of its owner, if it does. */
export function givesAway(password: string, known: readonly string[]): string | undefined {
  const folded = fold(password);
  const said = known.some((text) => fold(text) === folded || fold(text.split('@')[0] ?? '') === folded);
  return said ? 'Password must not be the e-mail address or a name.' : undefined;
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
