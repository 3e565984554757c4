/**
 * JSON whose text depends on the value alone: keys sorted by UTF-16 code units, no white space, undefined members left
 * out, as RFC 8785 (JSON Canonicalization Scheme) has it for what JavaScript can hold.
 * @throws on what JSON has no form for: functions, symbols, big integers, cycles, NaN and infinities.
 */
export function canonicalJson(value: unknown): string {
  return write(value, new Set());
}

function write(value: unknown, parents: Set<object>): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (value instanceof Date) return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`JSON has no form for a ${typeof value}`);
  if (parents.has(value)) throw new TypeError('JSON has no form for a cycle');
  parents.add(value);
  const text = Array.isArray(value)
    ? `[${value.map((item) => write(item ?? null, parents)).join()}]`
    : `{${Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, member]) => `${JSON.stringify(key)}:${write(member, parents)}`)
        .join()}}`;
  parents.delete(value);
  return text;
}
