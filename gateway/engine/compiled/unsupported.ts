/** Something in a plan or an operation that the compiled executor does not know: Apollo's executes it. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}

/** Names that objects have by themselves, which a field or alias may have too: too rare to make every object safe. */
export function safeKey(key: string): string {
  if (key in Object.prototype) throw new Unsupported(`The key ${key}`);
  return key;
}
