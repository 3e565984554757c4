import { validate as isUuid } from 'uuid';

/** No row has it: stands for an id that could not be one. */
export const NO_ID = '00000000-0000-0000-0000-000000000000';

/** An id in the form in which it is stored; null for what could not be one, which is the same as unknown. */
export function parseId(id: string): string | null {
  return isUuid(id) ? id.toLowerCase() : null;
}
