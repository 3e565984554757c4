import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { remainingMillis } from '../../platform/context';
import { text, validate, type ValidationError } from '../../platform/validation/validate';
import { record } from './audit/record';
import type { AuthContext } from './auth.context';
import { emailAddress } from './email';
import { unlessTaken, type EmailTaken } from './email-taken';
import { Tenant } from './entities/tenant.entity';
import { User } from './entities/user.entity';
import { openSession, signed, type Session } from './open-session';
import { givesAway, newPassword } from './passwords/password-rules';

const rules = z
  .object({
    businessName: text('Business name', 1, 200),
    name: text('Name', 1, 200),
    email: emailAddress,
    password: newPassword,
  })
  .superRefine(({ businessName, name, email, password }, issues) => {
    const message = givesAway(password, [businessName, name, email]);
    if (message !== undefined) issues.addIssue({ code: 'custom', path: ['password'], message });
  });

/** Opens a business, makes the caller its OWNER and logs them in. */
export async function register(
  context: AuthContext,
  input: unknown,
): Promise<Session | EmailTaken | ValidationError> {
  const checked = validate(rules, input);
  if (!checked.ok) return checked.error;
  const { businessName, name, email, password } = checked.value;
  const passwordHash = await context.hasher.hash(password, remainingMillis(context.request, Infinity));
  const tenantId = uuidv7();
  const issued = await unlessTaken(email, () =>
    context.database.transaction(tenantId, async (transaction) => {
      const { manager } = transaction;
      await manager.insert(Tenant, { id: tenantId, name: businessName });
      const id = uuidv7();
      await manager.insert(User, { id, tenantId, email, name, role: 'OWNER', passwordHash });
      await record(
        transaction,
        context.request,
        { action: 'business.opened', subjectType: 'Tenant', subjectId: tenantId },
        id,
      );
      return openSession(transaction, await manager.findOneByOrFail(User, { id }));
    }),
  );
  return '__typename' in issued ? issued : signed(context, issued);
}
