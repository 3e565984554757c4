import { v7 as uuidv7 } from 'uuid';
import { brokenConstraint } from '../../platform/database/database-errors';
import { badUserInput } from '../../platform/graphql/errors';
import { text, validate } from '../../platform/validation/validate';
import { Location } from './entities/location.entity';
import type { InventoryContext } from './inventory.context';
import { ensureDefaultLocation } from './open-stock';

const nameRules = text('The name', 1, 200);

/** Adds a location beside the default one; throws BAD_USER_INPUT for a name that is not possible, or taken in any spelling. */
export async function createLocation(context: InventoryContext, name: string): Promise<Location> {
  const checked = validate(nameRules, name, 'name');
  if (!checked.ok) throw badUserInput(checked.error.message);
  const { tenantId } = context.identity;
  const location = { tenantId, id: uuidv7(), name: checked.value, isDefault: false };
  try {
    return await context.transaction(async (transaction) => {
      await ensureDefaultLocation(transaction);
      await transaction.manager.insert(Location, location);
      await context.audit(transaction, {
        action: 'location.created',
        subjectType: 'Location',
        subjectId: location.id,
        details: { name: location.name },
      });
      return transaction.manager.findOneByOrFail(Location, { id: location.id });
    });
  } catch (error) {
    if (brokenConstraint(error) !== 'location_name') throw error;
    throw badUserInput(`There is a location named "${checked.value}" already.`);
  }
}
