export type Data = Record<string, unknown>;

/**
 * Writes what a subgraph answered into the data gathered so far: objects are merged, lists of one length element by
 * element, anything else replaces what was there.
 */
export function merge(target: Data, source: Data): void {
  for (const key of Object.keys(source)) {
    // A subgraph must not reach the prototype of every object in the process.
    if (key === '__proto__') continue;
    const value = source[key];
    if (value === undefined) continue;
    const present = target[key];
    if (isData(value) && isData(present)) merge(present, value);
    else if (Array.isArray(value) && Array.isArray(present) && value.length === present.length)
      mergeLists(present, value);
    else target[key] = value;
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (let index = 0; index < source.length; index += 1) {
    const value = source[index];
    const present = target[index];
    if (isData(value) && isData(present)) merge(present, value);
    else target[index] = value;
  }
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
