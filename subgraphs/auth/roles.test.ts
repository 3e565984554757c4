import { SCOPES } from '../../platform/identity/identity';
import { mayManage, ROLES, scopesOf } from './roles';

test('every role has exactly the scopes of the contract', () => {
  expect(Object.fromEntries(ROLES.map((role) => [role, [...scopesOf(role)].sort()]))).toEqual({
    OWNER: [...SCOPES].sort(),
    ADMIN: [...SCOPES].sort(),
    SELLER: [
      'enrichment:read',
      'inventory:read',
      'orders:read',
      'orders:sell',
      'orders:write',
      'products:read',
    ],
    VIEWER: ['enrichment:read', 'inventory:read', 'orders:read', 'products:read'],
    BUYER: ['orders:own', 'orders:purchase', 'products:read'],
  });
});

test('an OWNER is for OWNERs to change, everybody else for whoever manages people', () => {
  const allowed = ROLES.flatMap((manager) =>
    ROLES.filter((role) => mayManage(manager, role)).map((role) => [manager, role]),
  );
  expect(allowed.filter(([, role]) => role === 'OWNER')).toEqual([['OWNER', 'OWNER']]);
  expect(allowed).toHaveLength(5 * 5 - 4);
});
