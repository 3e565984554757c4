import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { SCOPES } from '../../platform/identity/identity';
import { text, validate, validationError, type ValidationError } from '../../platform/validation/validate';
import { record } from './audit/record';
import type { AuthContext } from './auth.context';
import { ApiKey } from './entities/api-key.entity';
import { refusalToGiveScopes } from './roles';
import { mintSecret, publicPrefix } from './tokens/opaque-secret';

const rules = z.object({
  name: text('Name', 1, 200),
  scopes: z
    .array(z.enum(SCOPES, { error: 'There is no such scope.' }))
    .min(1, 'Choose at least one scope.')
    .max(SCOPES.length, 'Each scope may be named once.')
    .transform((scopes) => [...new Set(scopes)]),
});

/** The contract's `CreatedApiKey`. */
export interface CreatedApiKey {
  readonly __typename: 'CreatedApiKey';
  readonly apiKey: ApiKey;
  readonly secret: string;
}

/** Makes an API key that may do no more than the caller may now. Its secret is in this answer and nowhere else. */
export async function createApiKey(
  context: AuthContext,
  input: unknown,
): Promise<CreatedApiKey | ValidationError> {
  const checked = validate(rules, input);
  if (!checked.ok) return checked.error;
  const { name, scopes } = checked.value;
  const { identity } = context;
  const refusal = refusalToGiveScopes(identity, scopes);
  if (refusal !== undefined) return validationError([{ path: ['input', 'scopes'], message: refusal }]);
  const { secret, hash: secretHash } = mintSecret('bdk');
  const { tenantId, userId: createdBy } = identity;
  const apiKey = await context.database.transaction(tenantId, async (transaction) => {
    const { manager } = transaction;
    const id = uuidv7();
    await manager.insert(ApiKey, {
      id,
      tenantId,
      createdBy,
      name,
      scopes,
      prefix: publicPrefix(secret),
      secretHash,
    });
    await record(transaction, context.request, {
      action: 'api-key.created',
      subjectType: 'ApiKey',
      subjectId: id,
      details: { name, scopes: scopes.join(' ') },
    });
    return manager.findOneByOrFail(ApiKey, { id });
  });
  return { __typename: 'CreatedApiKey', apiKey, secret };
}
