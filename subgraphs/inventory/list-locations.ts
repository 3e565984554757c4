import type { Transaction } from '../../platform/database/transaction';
import { Location } from './entities/location.entity';
import { parseId } from './identifiers';
import type { InventoryContext } from './inventory.context';
import { ensureDefaultLocation } from './open-stock';

/** The business's locations, the default one first, then as they were created. Makes the default one where it is missing. */
export async function listLocations(context: InventoryContext): Promise<Location[]> {
  const known = await context.read(allLocations);
  if (known.length > 0) return known;
  return context.transaction(async (transaction) => {
    await ensureDefaultLocation(transaction);
    return allLocations(transaction);
  });
}

/** A location of the business by id, the default one for null; null for one that is not there. */
export async function findLocation({ manager }: Transaction, id: string | null): Promise<Location | null> {
  if (id === null) return manager.findOneBy(Location, { isDefault: true });
  const stored = parseId(id);
  return stored === null ? null : manager.findOneBy(Location, { id: stored });
}

function allLocations({ manager }: Transaction): Promise<Location[]> {
  return manager.find(Location, { order: { isDefault: 'DESC', id: 'ASC' } });
}
