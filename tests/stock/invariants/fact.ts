/** Something that must be true of every row of its kind. */
export interface Fact {
  readonly name: string;
  /** How many rows, orders, numbers or crossings were looked at: none proves nothing. */
  readonly checked: number;
  /** What contradicts it, in words. */
  readonly violations: readonly string[];
}

/** The fact that no row of `rows` says otherwise by its `wrong`. */
export function factOf(
  name: string,
  rows: readonly { readonly what: string; readonly wrong: boolean }[],
): Fact {
  const violations = rows.filter(({ wrong }) => wrong).map(({ what }) => what);
  return { name, checked: rows.length, violations };
}
