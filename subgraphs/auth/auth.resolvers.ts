import { scalarResolvers } from '../../platform/graphql/scalars';
import { apiKeyIdentity } from './api-key-identity';
import { apiKeys } from './api-keys';
import { auditLog } from './audit/audit-log';
import { changePassword } from './change-password';
import { changeRole } from './change-role';
import { createApiKey } from './create-api-key';
import { createUser } from './create-user';
import { disableUser, enableUser } from './disable-user';
import { eraseUser } from './erase-user';
import { apiKeysOf, exportPersonalData, sessionsOf } from './export-personal-data';
import type { Resolvers } from './generated/resolver-types';
import { logOut } from './log-out';
import { login } from './login';
import { refreshSession } from './refresh-session';
import { register } from './register';
import { revocations } from './revocations';
import { revokeApiKey } from './revoke-api-key';
import { tenantReference, userReference } from './references';
import { disableTotp, resetTotp } from './second-factor/disable-totp';
import { confirmTotp, enrolTotp } from './second-factor/enrol-totp';
import { requireTotp } from './second-factor/require-totp';
import { verifyTotp } from './second-factor/verify-totp';
import { me, user, users } from './users';

export const resolvers: Resolvers = {
  DateTime: scalarResolvers.DateTime,
  Query: {
    me: (_root, _args, context) => me(context),
    users: (_root, _args, context) => users(context),
    user: (_root, { id }, context) => user(context, id),
    apiKeys: (_root, _args, context) => apiKeys(context),
    auditLog: (_root, args, context) => auditLog(context, args),
    apiKeyIdentity: (_root, { secret }, context) => apiKeyIdentity(context, secret),
    jwks: (_root, _args, context) => context.keys.publicSet(),
    revocations: (_root, _args, context) => revocations(context),
  },
  Mutation: {
    register: (_root, { input }, context) => register(context, input),
    login: (_root, { input }, context) => login(context, input),
    refreshSession: (_root, { refreshToken }, context) => refreshSession(context, refreshToken),
    logout: (_root, { everywhere }, context) => logOut(context, everywhere ?? false),
    createUser: (_root, { input }, context) => createUser(context, input),
    changePassword: (_root, { input }, context) => changePassword(context, input),
    changeRole: (_root, { userId, role }, context) => changeRole(context, userId, role),
    disableUser: (_root, { userId }, context) => disableUser(context, userId),
    enableUser: (_root, { userId }, context) => enableUser(context, userId),
    exportPersonalData: (_root, { userId }, context) => exportPersonalData(context, userId),
    eraseUser: (_root, { userId }, context) => eraseUser(context, userId),
    enrolTotp: (_root, { password }, context) => enrolTotp(context, password),
    confirmTotp: (_root, { code }, context) => confirmTotp(context, code),
    verifyTotp: (_root, args, context) => verifyTotp(context, args),
    disableTotp: (_root, args, context) => disableTotp(context, args),
    resetTotp: (_root, { userId }, context) => resetTotp(context, userId),
    requireTotp: (_root, { required }, context) => requireTotp(context, required),
    createApiKey: (_root, { input }, context) => createApiKey(context, input),
    revokeApiKey: (_root, { id }, context) => revokeApiKey(context, id),
  },
  User: {
    __resolveReference: ({ id }, context) => userReference(context, id),
    totpEnabled: ({ totpEnabledAt }) => totpEnabledAt !== null,
    tenant: (user, _args, context) => context.tenants.load(user.tenantId),
  },
  AuditEntry: {
    actor: ({ actorId }, _args, context) => (actorId === null ? null : context.users.load(actorId)),
    details: ({ details }) => Object.entries(details).map(([name, value]) => ({ name, value })),
  },
  PersonalData: {
    sessions: (data, _args, context) => sessionsOf(context, data),
    apiKeys: (data, _args, context) => apiKeysOf(context, data),
    auditLog: ({ user: { id } }, args, context) => auditLog(context, { ...args, filter: { actorId: id } }),
  },
  Tenant: {
    __resolveReference: ({ id }, context) => tenantReference(context, id),
  },
};
