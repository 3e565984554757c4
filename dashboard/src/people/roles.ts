import type { Role } from '../../../schema/operations/generated/graphql';

export const ROLES = ['OWNER', 'ADMIN', 'SELLER', 'VIEWER', 'BUYER'] as const satisfies readonly Role[];
