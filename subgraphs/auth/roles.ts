import { SCOPES, type Identity, type Scope } from '../../platform/identity/identity';

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

/**
 * Why this identity may not give somebody that role; undefined when it may. An API key has fewer scopes than its creator: who
 * finds one does not become, by a person of their own making, somebody who may do more.
 */
export function refusalToGive(identity: Identity, role: Role): string | undefined {
  if (!mayManage(identity.role, role)) return 'Only an OWNER may make somebody an OWNER.';
  return refusalToGiveScopes(identity, scopesOf(role));
}

/** Why this identity may not give these scopes; undefined when it has them all. */
export function refusalToGiveScopes({ scopes: own }: Identity, scopes: readonly Scope[]): string | undefined {
  const excess = scopes.filter((scope) => !own.includes(scope));
  return excess.length > 0
    ? `You cannot give what you do not have yourself: ${excess.join(', ')}.`
    : undefined;
}

/** Those of whom a business can require a second factor. */
export const MANAGERS: readonly Role[] = ['OWNER', 'ADMIN'];

export function needsSecondFactor(role: Role): boolean {
  return MANAGERS.includes(role);
}
