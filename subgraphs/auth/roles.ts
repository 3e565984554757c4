import { SCOPES, type Scope } from '../../platform/identity/identity';

export const ROLES = ['OWNER', 'ADMIN', 'SELLER', 'VIEWER', 'BUYER'] as const;
export type Role = (typeof ROLES)[number];

/** What each role may do. An ADMIN may do all that an OWNER may, but to an OWNER: see `mayManage`. */
const SCOPES_OF: Record<Role, readonly Scope[]> = {
  OWNER: SCOPES,
  ADMIN: SCOPES,
  SELLER: [
    'products:read',
    'inventory:read',
    'orders:read',
    'orders:sell',
    'orders:write',
    'enrichment:read',
  ],
  VIEWER: ['products:read', 'inventory:read', 'orders:read', 'enrichment:read'],
  BUYER: ['products:read', 'orders:purchase', 'orders:own'],
};

export function scopesOf(role: Role): readonly Scope[] {
  return SCOPES_OF[role];
}

/** Whether somebody of the first role may make, change or unmake somebody of the second. Both need `users:write` besides. */
export function mayManage(manager: string, role: string): boolean {
  return role !== 'OWNER' || manager === 'OWNER';
}

/** Those of whom a business can require a second factor. */
export const MANAGERS: readonly Role[] = ['OWNER', 'ADMIN'];

export function needsSecondFactor(role: Role): boolean {
  return MANAGERS.includes(role);
}
