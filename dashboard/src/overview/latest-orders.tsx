import { useQuery } from '@apollo/client/react';
import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OrderPagesDocument } from '../../../schema/operations/generated/graphql';
import { useLive } from '../api/live';
import { useRefresh } from '../api/use-refresh';
import { EmptyState } from '../components/empty-state';
import { Section } from '../components/section';
import { OrderStatusTag } from '../components/tag';
import { useFormat } from '../format/use-format';
import { orderName, summaryOf } from '../orders/order-words';

const SHOWN = 8;
const REFRESH_MILLIS = 300;

export function LatestOrders(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, loading, error, refetch } = useQuery(OrderPagesDocument, { variables: { first: SHOWN } });
  const refresh = useRefresh({ loading, refetch }, REFRESH_MILLIS);
  useLive(['order'], refresh);
  const orders = data?.orders?.nodes;
  return (
    <Section
      title={t('overview.latest')}
      unavailable={orders === undefined && error !== undefined}
      onRetry={refetch}
      padded={false}
      action={
        <Anchor component={Link} to="/orders" size="sm">
          {t('overview.all')}
        </Anchor>
      }
    >
      {loading && !orders ? (
        <Stack gap="sm" p="lg">
          {Array.from({ length: SHOWN }, (_, index) => (
            <Skeleton key={index} height={22} />
          ))}
        </Stack>
      ) : orders?.length ? (
        <ul className="rows" data-list="latest-orders">
          {orders.map((order) => (
            <li key={order.id}>
              <Link to={`/orders/${order.id}`} className="row">
                <Text size="sm" fw={600} w={72} className="number-left">
                  {orderName(order, t)}
                </Text>
                <Text size="sm" truncate flex={1}>
                  {summaryOf(order)}
                </Text>
                <Text size="sm" c="dimmed" visibleFrom="sm" w={120} ta="right">
                  {format.ago(order.createdAt)}
                </Text>
                <Text size="sm" fw={600} className="number">
                  {format.money(order.total)}
                </Text>
                <OrderStatusTag status={order.status} />
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState icon="orders" title={t('overview.noOrders')} hint={t('overview.noOrdersHint')} />
      )}
    </Section>
  );
}
