import { useQuery } from '@apollo/client/react';
import { Button, Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProductMovementsDocument } from '../../../schema/operations/generated/graphql';
import { useLive } from '../api/live';
import { useRefresh } from '../api/use-refresh';
import { EmptyState } from '../components/empty-state';
import { Section } from '../components/section';
import { useFormat } from '../format/use-format';
import { MovementsChart } from './movements-chart';

const PAGE = 50;
const REFRESH_MILLIS = 300;

/** Every unit that came or left, as a line over time and one by one. */
export function MovementsCard({ productId }: { readonly productId: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, loading, refetch, fetchMore } = useQuery(ProductMovementsDocument, {
    variables: { id: productId, first: PAGE },
  });
  const refresh = useRefresh({ loading, refetch }, REFRESH_MILLIS);
  useLive(['stock'], (event) => {
    if (event.productId === productId) refresh();
  });
  const stock = data?.product?.stock;
  const movements = stock?.movements.nodes;
  const page = stock?.movements.pageInfo;
  return (
    <Section
      title={t('products.movements')}
      unavailable={!stock && error !== undefined}
      onRetry={refetch}
      padded={false}
    >
      {loading && !movements ? (
        <Skeleton height={220} m="lg" w="auto" />
      ) : movements?.length ? (
        <>
          <MovementsChart movements={movements} onHand={stock?.onHand ?? 0} />
          <ul className="rows" data-list="movements">
            {movements.map((movement) => (
              <li key={movement.id} className="row">
                <Text size="sm" fw={650} w={64} className="number" data-sign={Math.sign(movement.quantity)}>
                  {format.change(movement.quantity)}
                </Text>
                <div className="movement">
                  <Text size="sm" truncate>
                    {t(`products.kinds.${movement.kind}`)}
                    {movement.order?.number != null && (
                      <>
                        {' '}
                        <Link to={`/orders/${movement.order.id}`}>#{movement.order.number}</Link>
                      </>
                    )}
                    {movement.reason && ` · ${movement.reason}`}
                  </Text>
                  <Text size="xs" c="dimmed" truncate>
                    {movement.location.name}
                    {movement.actor && ` · ${movement.actor.name}`}
                  </Text>
                </div>
                <Text size="xs" c="dimmed" className="number">
                  <time dateTime={movement.createdAt}>{format.dateTime(movement.createdAt)}</time>
                </Text>
              </li>
            ))}
          </ul>
          {page?.hasNextPage && (
            <Button
              variant="subtle"
              fullWidth
              onClick={() => void fetchMore({ variables: { after: page.endCursor } }).catch(() => undefined)}
            >
              {t('shell.more')}
            </Button>
          )}
        </>
      ) : (
        <EmptyState icon="move" title={t('products.noMovements')} />
      )}
    </Section>
  );
}
