/** Words that people make passwords of, once digits and punctuation are taken away. */
// prettier-ignore
const WORDS = [
  'password', 'passwort', 'passwd', 'passphrase', 'secret', 'letmein', 'welcome', 'admin', 'administrator', 'root', 'user',
  'login', 'master', 'changeme', 'default', 'temporary', 'test', 'guest', 'access', 'computer', 'internet', 'iloveyou',
  'sunshine', 'princess', 'football', 'baseball', 'basketball', 'superman', 'batman', 'starwars', 'trustno', 'monkey',
  'dragon', 'shadow', 'whatever', 'michael', 'jennifer', 'charlie', 'liverpool', 'chelsea', 'arsenal', 'pokemon',
  'mustang', 'freedom', 'hello', 'qwerty', 'qwertz', 'azerty', 'contrasena', 'correcthorsebatterystaple',
  'thisis', 'unbelievable', 'please', 'my', 'the', 'is', 'abc', 'love', 'god', 'summer', 'winter', 'spring', 'autumn', 'january',
  'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
].sort((a, b) => b.length - a.length);

/** What fingers and habit walk along, in both directions. */
const WALKS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiop[]',
  'qwertzuiop',
  'azertyuiop',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '!@#$%^&*()',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujm',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'zaq12wsxcde34rfv',
].flatMap((walk) => [walk, [...walk].reverse().join('')]);

const LEET: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};
const LONGEST_PERIOD = 6;
const SHORTEST_WALK = 3;

/**
 * Whether a password is among those that are guessed first, although long: a few characters over and over, walks over the
 * keyboard or the alphabet, or common words dressed up with digits and punctuation.
 */
export function isCommon(password: string): boolean {
  const folded = password.toLowerCase();
  return isRepetition(folded) || isWalk(folded) || isDressedWord(folded);
}

function isRepetition(text: string): boolean {
  for (let period = 1; period <= LONGEST_PERIOD; period++) {
    if (text.slice(period) === text.slice(0, -period)) return true;
  }
  return false;
}

/** Whether nothing remains when walks are taken away, the longest first from the left. */
function isWalk(text: string): boolean {
  for (let at = 0; at < text.length;) {
    const length = walkAt(text, at);
    if (length < SHORTEST_WALK) return false;
    at += length;
  }
  return true;
}

function walkAt(text: string, at: number): number {
  let length = 1;
  while (at + length < text.length && WALKS.some((walk) => walk.includes(text.slice(at, at + length + 1))))
    length++;
  return length;
}

function isDressedWord(text: string): boolean {
  const core = text.replace(/^[^a-z@$]+|[^a-z@$]+$/g, '');
  return (
    isMadeOfWords(core.replace(/[^a-z]/g, '')) ||
    isMadeOfWords(core.replace(/[^a-z]/g, (character) => LEET[character] ?? ''))
  );
}

function isMadeOfWords(letters: string): boolean {
  let rest = letters;
  for (const word of WORDS) rest = rest.replaceAll(word, ' ');
  return letters.length > 0 && rest.trim() === '';
}
