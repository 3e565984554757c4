import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { remainingMillis } from '../../platform/context';
import { text, validate, validationError, type ValidationError } from '../../platform/validation/validate';
import { recordOfUser } from './audit/record';
import type { AuthContext } from './auth.context';
import { emailAddress } from './email';
import { unlessTaken, type EmailTaken } from './email-taken';
import { User } from './entities/user.entity';
import { givesAway, newPassword } from './passwords/password-rules';
import { refusalToGive, ROLES } from './roles';

const rules = z
  .object({ email: emailAddress, name: text('Name', 1, 200), role: z.enum(ROLES), password: newPassword })
  .superRefine(({ name, email, password }, issues) => {
    const message = givesAway(password, [name, email]);
    if (message !== undefined) issues.addIssue({ code: 'custom', path: ['password'], message });
  });

/** Takes somebody into the caller's business. Only an OWNER makes another OWNER, and an API key nobody who may do more than it may itself. */
export async function createUser(
  context: AuthContext,
  input: unknown,
): Promise<User | EmailTaken | ValidationError> {
  const checked = validate(rules, input);
  if (!checked.ok) return checked.error;
  const { email, name, role, password } = checked.value;
  const { identity } = context;
  const refusal = refusalToGive(identity, role);
  if (refusal !== undefined) return validationError([{ path: ['input', 'role'], message: refusal }]);
  const passwordHash = await context.hasher.hash(password, remainingMillis(context.request, Infinity));
  return unlessTaken(email, () =>
    context.database.transaction(identity.tenantId, async (transaction) => {
      const { manager } = transaction;
      const id = uuidv7();
      await manager.insert(User, { id, tenantId: identity.tenantId, email, name, role, passwordHash });
      await recordOfUser(transaction, context.request, 'user.created', id, { role });
      return manager.findOneByOrFail(User, { id });
    }),
  );
}
