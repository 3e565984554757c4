import { useQuery } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AlertPagesDocument } from '../../../schema/operations/generated/graphql';
import { useLive } from '../api/live';
import { useRefresh } from '../api/use-refresh';
import { useMay } from '../session/use-session';
import { isMuted, playAlert } from './sound';

const REFRESH_MILLIS = 400;
/** One page is enough for a number and for the newest ones on the overview. */
export const OPEN_ALERTS = { first: 5, status: 'OPEN' } as const;

/** How many alerts nobody has looked at. */
export function useOpenAlerts(): number {
  const may = useMay();
  const { data } = useQuery(AlertPagesDocument, {
    variables: OPEN_ALERTS,
    skip: !may('inventory:read'),
    fetchPolicy: 'cache-first',
  });
  return data?.stockAlerts?.totalCount ?? 0;
}

/** Tells of new alerts on whichever page one is, and keeps the number of open ones right. */
export function AlertWatch(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { loading, refetch } = useQuery(AlertPagesDocument, {
    variables: OPEN_ALERTS,
    skip: !may('inventory:read'),
  });
  // Stock that comes back resolves alerts.
  const refresh = useRefresh({ loading, refetch }, REFRESH_MILLIS);
  useLive(['alert', 'stock'], (event) => {
    refresh();
    if (event.kind !== 'alert') return;
    const { alert } = event;
    if (!isMuted()) playAlert();
    notifications.show({
      id: alert.id,
      color: alert.level === 'OUT' ? 'red' : 'orange',
      title: alert.level === 'OUT' ? t('alerts.isOut') : t('alerts.isLow'),
      message: t('alerts.line', { name: alert.product?.name ?? '', count: alert.available }),
      onClick: () => void navigate(`/products/${alert.productId}`),
    });
  });
  return null;
}
