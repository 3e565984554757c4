interface FieldRefusal {
  readonly path: readonly string[];
  readonly message: string;
}

/**
 * The API's refusals by the field of the form that they are about: the path below `input`, joined by points. `names` renames
 * where the form calls a field otherwise.
 */
export function fieldErrors(
  refusals: readonly FieldRefusal[],
  names: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return Object.fromEntries(
    refusals.map(({ path, message }) => {
      const field = path.filter((part) => part !== 'input').join('.');
      return [names[field] ?? field, message];
    }),
  );
}
