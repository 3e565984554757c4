import { useQuery } from '@apollo/client/react';
import { Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertPagesDocument } from '../../../schema/operations/generated/graphql';
import { AlertStatusTag } from '../alerts/alert-status-tag';
import { useLive } from '../api/live';
import { useRefresh } from '../api/use-refresh';
import { Section } from '../components/section';
import { LevelTag } from '../components/tag';
import { useFormat } from '../format/use-format';

const SHOWN = 6;
const REFRESH_MILLIS = 400;

export function ProductAlerts({ productId }: { readonly productId: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, loading, refetch } = useQuery(AlertPagesDocument, {
    variables: { first: SHOWN, productId },
  });
  const refresh = useRefresh({ loading, refetch }, REFRESH_MILLIS);
  useLive(['stock', 'alert'], (event) => {
    if ((event.kind === 'stock' ? event.productId : event.alert.productId) === productId) refresh();
  });
  const alerts = data?.stockAlerts?.nodes;
  return (
    <Section
      title={t('products.alerts')}
      unavailable={!alerts && error !== undefined}
      onRetry={refetch}
      padded={false}
    >
      {loading && !alerts ? (
        <Skeleton height={60} m="lg" w="auto" />
      ) : alerts?.length ? (
        <ul className="rows">
          {alerts.map((alert) => (
            <li key={alert.id} className="row">
              <LevelTag level={alert.level} />
              <Text size="sm" flex={1}>
                {t('alerts.left', { count: alert.available })}
                <Text span size="xs" c="dimmed" display="block">
                  {format.ago(alert.createdAt)}
                </Text>
              </Text>
              <AlertStatusTag status={alert.status} />
            </li>
          ))}
        </ul>
      ) : (
        <Text size="sm" c="dimmed" px="lg" pb="lg">
          {t('products.noAlerts')}
        </Text>
      )}
    </Section>
  );
}
