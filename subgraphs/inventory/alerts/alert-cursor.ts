import { decodeCursor, encodeCursor } from '../../../platform/graphql/cursor';
import { badUserInput } from '../../../platform/graphql/errors';

// A position means something in one business's feed alone: another's cursor is refused like one that was altered.
const kindOf = (tenantId: string): string => `stock alerts of ${tenantId}`;

/** An alert's position in the feed of its business, as clients see it. */
export function alertCursor(tenantId: string, position: number): string {
  return encodeCursor(kindOf(tenantId), [position]);
}

/** The position that a cursor stands for; throws BAD_USER_INPUT for a cursor that this feed has not given. */
export function alertPosition(tenantId: string, cursor: string): number {
  const [position] = decodeCursor(kindOf(tenantId), cursor);
  if (typeof position !== 'number') throw badUserInput('The cursor is not one that this feed has given.');
  return position;
}
