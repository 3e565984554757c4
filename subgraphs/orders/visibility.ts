import { satisfies, type Identity } from '../../platform/identity/identity';

/** Which orders of the business an identity may see or act on: all of them, those of one person, or none. */
export type Visibility = 'ALL' | 'NONE' | { readonly createdBy: string };

/** A buyer sees only their own; whoever came without a permission (through a reference in another subgraph), none. */
export function readable(identity: Identity | null): Visibility {
  return visibility(identity, 'orders:read');
}

/** A buyer confirms and cancels only their own. */
export function changeable(identity: Identity | null): Visibility {
  return visibility(identity, 'orders:write');
}

export function isVisible(visible: Visibility, order: { readonly createdBy: string }): boolean {
  if (typeof visible === 'string') return visible === 'ALL';
  return visible.createdBy === order.createdBy;
}

function visibility(identity: Identity | null, all: 'orders:read' | 'orders:write'): Visibility {
  if (identity === null) return 'NONE';
  if (satisfies(identity, [[all]])) return 'ALL';
  return satisfies(identity, [['orders:own']]) ? { createdBy: identity.userId } : 'NONE';
}
