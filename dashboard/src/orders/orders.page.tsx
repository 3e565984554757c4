import { useQuery } from '@apollo/client/react';
import { Button, Card, Group, NativeSelect, Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import {
  OrderPagesDocument,
  type OrderKind,
  type OrderStatus,
  type OrderSummaryFragment,
} from '../../../schema/operations/generated/graphql';
import { useLive } from '../api/live';
import { useRefresh } from '../api/use-refresh';
import { EmptyState } from '../components/empty-state';
import { PageHeader } from '../components/page-header';
import { Unavailable } from '../components/section';
import { OrderStatusTag } from '../components/tag';
import { useFormat } from '../format/use-format';
import { OrderDrawer } from './order-drawer';
import { orderName, summaryOf } from './order-words';

const PAGE = 40;
const REFRESH_MILLIS = 400;
const STATUSES = ['PENDING', 'COMPLETED', 'CANCELLED'] as const satisfies readonly OrderStatus[];
const KINDS = ['SALE', 'PURCHASE'] as const satisfies readonly OrderKind[];

/** Every sale and purchase, newest first; one of them opened beside the list. */
export default function OrdersPage(): ReactNode {
  const { t } = useTranslation();
  const { id } = useParams();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const status = STATUSES.find((name) => name === params.get('status')) ?? null;
  const kind = KINDS.find((name) => name === params.get('kind')) ?? null;
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(OrderPagesDocument, {
    variables: { first: PAGE, status, kind },
  });
  const refresh = useRefresh({ loading, refetch }, REFRESH_MILLIS);
  useLive(['order'], refresh);
  const page = (data ?? previousData)?.orders;
  const set = (name: string, value: string): void =>
    setParams(
      (before) => {
        if (value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const address = params.size > 0 ? `?${params}` : '';

  return (
    <>
      <PageHeader title={t('orders.title')}>
        <NativeSelect
          aria-label={t('orders.filterStatus')}
          value={status ?? ''}
          onChange={({ currentTarget }) => set('status', currentTarget.value)}
          data={[
            { value: '', label: t('orders.anyStatus') },
            ...STATUSES.map((name) => ({ value: name, label: t(`orders.status.${name}`) })),
          ]}
        />
        <NativeSelect
          aria-label={t('orders.filterKind')}
          value={kind ?? ''}
          onChange={({ currentTarget }) => set('kind', currentTarget.value)}
          data={[
            { value: '', label: t('orders.anyKind') },
            ...KINDS.map((name) => ({ value: name, label: t(`orders.kind.${name}`) })),
          ]}
        />
      </PageHeader>
      {!page && error ? (
        <Unavailable onRetry={refetch} />
      ) : page?.nodes.length === 0 ? (
        <EmptyState
          icon="orders"
          title={t(status || kind ? 'orders.nothingFound' : 'orders.noneTitle')}
          {...(!status && !kind && { hint: t('orders.noneHint') })}
        />
      ) : (
        <Card padding={0} className="no-print">
          <ul className="rows" aria-label={t('orders.list')} aria-busy={loading}>
            {page
              ? page.nodes.map((order) => <OrderRow key={order.id} order={order} address={address} />)
              : Array.from({ length: 12 }, (_, index) => (
                  <li key={index} className="row">
                    <Skeleton height={18} />
                  </li>
                ))}
          </ul>
          {page?.pageInfo.hasNextPage && (
            <Group justify="center" pb="md">
              <Button
                variant="subtle"
                onClick={() =>
                  void fetchMore({ variables: { after: page.pageInfo.endCursor } }).catch(() => undefined)
                }
              >
                {t('shell.more')}
              </Button>
            </Group>
          )}
        </Card>
      )}
      <OrderDrawer id={id} onClose={() => void navigate(`/orders${address}`)} />
    </>
  );
}

interface OrderRowProps {
  readonly order: OrderSummaryFragment;
  readonly address: string;
}

function OrderRow({ order, address }: OrderRowProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <Link to={`/orders/${order.id}${address}`} className="row">
        <Text size="sm" fw={600} w={72}>
          {orderName(order, t)}
        </Text>
        <span className="product-name order-what">
          <Text span size="sm" truncate>
            {summaryOf(order)}
          </Text>
          <Text span size="xs" c="dimmed" truncate>
            {[t(`orders.kind.${order.kind}`), order.customerName, format.ago(order.createdAt)]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </span>
        <Text size="sm" fw={600} className="number">
          {format.money(order.total)}
        </Text>
        <OrderStatusTag status={order.status} />
      </Link>
    </li>
  );
}
