import { lazy, type ComponentType } from 'react';
import type { IconName } from '../components/icon';

/** A page of the navigation, and one of the scopes that it takes. */
export interface NavigationEntry {
  readonly path: string;
  readonly label: 'overview' | 'products' | 'till' | 'orders' | 'alerts' | 'people' | 'settings';
  readonly icon: IconName;
  readonly scopes: readonly string[];
}

export const NAVIGATION: readonly NavigationEntry[] = [
  { path: '/', label: 'overview', icon: 'overview', scopes: ['orders:read'] },
  { path: '/products', label: 'products', icon: 'products', scopes: ['products:read'] },
  { path: '/sell', label: 'till', icon: 'till', scopes: ['orders:sell', 'orders:purchase'] },
  { path: '/orders', label: 'orders', icon: 'orders', scopes: ['orders:read', 'orders:own'] },
  { path: '/alerts', label: 'alerts', icon: 'alerts', scopes: ['inventory:read'] },
  { path: '/people', label: 'people', icon: 'people', scopes: ['users:read', 'apikeys:write'] },
  { path: '/settings', label: 'settings', icon: 'settings', scopes: [] },
];

export interface PageRoute {
  readonly path: string;
  readonly page: ComponentType;
  readonly scopes: readonly string[];
}

const PEOPLE = ['users:read', 'apikeys:write'];

/** Each page is loaded when somebody goes there. */
export const ROUTES: readonly PageRoute[] = [
  { path: '/', page: lazy(() => import('../overview/overview.page')), scopes: ['orders:read'] },
  { path: '/products', page: lazy(() => import('../products/products.page')), scopes: ['products:read'] },
  {
    path: '/products/new',
    page: lazy(() => import('../products/new-product.page')),
    scopes: ['products:write'],
  },
  { path: '/products/:id', page: lazy(() => import('../products/product.page')), scopes: ['products:read'] },
  {
    path: '/sell',
    page: lazy(() => import('../till/till.page')),
    scopes: ['orders:sell', 'orders:purchase'],
  },
  {
    path: '/orders',
    page: lazy(() => import('../orders/orders.page')),
    scopes: ['orders:read', 'orders:own'],
  },
  {
    path: '/orders/:id',
    page: lazy(() => import('../orders/orders.page')),
    scopes: ['orders:read', 'orders:own'],
  },
  { path: '/alerts', page: lazy(() => import('../alerts/alerts.page')), scopes: ['inventory:read'] },
  { path: '/people', page: lazy(() => import('../people/people.page')), scopes: PEOPLE },
  { path: '/settings', page: lazy(() => import('../settings/settings.page')), scopes: [] },
];

/** Whether one of the scopes is there; nothing is asked for where there are none. */
export function allows(scopes: readonly string[], may: (scope: string) => boolean): boolean {
  return scopes.length === 0 || scopes.some(may);
}
