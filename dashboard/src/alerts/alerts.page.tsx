import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Card, Group, NativeSelect, Skeleton, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  AcknowledgeAlertDocument,
  AlertPagesDocument,
  type AlertPageFragment,
  type StockAlertStatus,
} from '../../../schema/operations/generated/graphql';
import { useLive } from '../api/live';
import { useShowProblem } from '../api/use-action';
import { useRefresh } from '../api/use-refresh';
import { EmptyState } from '../components/empty-state';
import { Icon } from '../components/icon';
import { PageHeader } from '../components/page-header';
import { Unavailable } from '../components/section';
import { LevelTag } from '../components/tag';
import { useFormat } from '../format/use-format';
import { useMay, usePerson } from '../session/use-session';
import { AlertStatusTag } from './alert-status-tag';
import { isMuted, playAlert, setMuted } from './sound';

const PAGE = 30;
const REFRESH_MILLIS = 300;
const FILTERS = {
  OPEN: 'open',
  ACKNOWLEDGED: 'acknowledged',
  RESOLVED: 'resolved',
} as const satisfies Record<StockAlertStatus, string>;

/** The feed of alerts: new ones come in at the top by themselves. */
export default function AlertsPage(): ReactNode {
  const { t } = useTranslation();
  const [muted, setMutedHere] = useState(isMuted);
  const [status, setStatus] = useState<StockAlertStatus | null>(null);
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(AlertPagesDocument, {
    variables: { first: PAGE, status },
  });
  const refresh = useRefresh({ loading, refetch }, REFRESH_MILLIS);
  useLive(['alert', 'stock'], refresh);
  const page = (data ?? previousData)?.stockAlerts;

  const toggle = (): void => {
    setMuted(!muted);
    setMutedHere(!muted);
    if (muted) playAlert();
  };
  return (
    <>
      <PageHeader title={t('alerts.title')} subtitle={<span className="live">{t('alerts.live')}</span>}>
        <NativeSelect
          aria-label={t('alerts.filter')}
          value={status ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setStatus(value === 'OPEN' || value === 'ACKNOWLEDGED' || value === 'RESOLVED' ? value : null)
          }
          data={[
            { value: '', label: t('alerts.all') },
            ...(['OPEN', 'ACKNOWLEDGED', 'RESOLVED'] as const).map((name) => ({
              value: name,
              label: t(`alerts.${FILTERS[name]}`),
            })),
          ]}
        />
        <Button
          variant="default"
          leftSection={<Icon name={muted ? 'soundOff' : 'soundOn'} size={16} />}
          onClick={toggle}
        >
          {t(muted ? 'alerts.unmute' : 'alerts.mute')}
        </Button>
      </PageHeader>
      {!page && error ? (
        <Unavailable onRetry={refetch} />
      ) : page?.nodes.length === 0 ? (
        <EmptyState icon="check" title={t('alerts.noneTitle')} hint={t('alerts.noneHint')} />
      ) : (
        <Card padding={0}>
          <ul className="rows" aria-label={t('alerts.title')} data-list="alerts">
            {page
              ? page.nodes.map((alert) => <AlertRow key={alert.id} alert={alert} />)
              : Array.from({ length: 8 }, (_, index) => (
                  <li key={index} className="row">
                    <Skeleton height={20} />
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
    </>
  );
}

function AlertRow({ alert }: { readonly alert: AlertPageFragment }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const person = usePerson();
  const showProblem = useShowProblem();
  const [acknowledge] = useMutation(AcknowledgeAlertDocument);
  const name = alert.product?.name ?? t('shell.unavailable');

  // It is shown as seen at once: whoever was faster has seen it too, and a failure takes it back.
  const see = (): void => {
    acknowledge({
      variables: { id: alert.id },
      errorPolicy: 'none',
      optimisticResponse: {
        acknowledgeStockAlert: {
          __typename: 'StockAlert',
          id: alert.id,
          status: 'ACKNOWLEDGED',
          acknowledgedBy: { id: person.id, name: person.name },
        },
      },
    }).catch(showProblem);
  };
  const what = [
    t('alerts.threshold', { threshold: format.number(alert.lowStockThreshold) }),
    format.ago(alert.createdAt),
    alert.acknowledgedBy && t('alerts.seenBy', { name: alert.acknowledgedBy.name }),
    alert.resolvedAt && t('alerts.resolvedAt', { when: format.ago(alert.resolvedAt) }),
  ];
  return (
    <li className="row alert-row" data-status={alert.status}>
      <LevelTag level={alert.level} />
      <span className="product-name order-what">
        <Link to={`/products/${alert.productId}`} className="plain">
          <Text span size="sm" fw={550}>
            {name}
          </Text>
        </Link>
        <Text span size="xs" c="dimmed" truncate>
          {what.filter(Boolean).join(' · ')}
        </Text>
      </span>
      <Text size="sm" className="number">
        {t('alerts.left', { count: alert.available })}
      </Text>
      {alert.status === 'OPEN' && may('inventory:write') ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('alerts.acknowledgeOf', { name })}
          onClick={see}
        >
          {t('alerts.acknowledge')}
        </Button>
      ) : (
        <AlertStatusTag status={alert.status} />
      )}
    </li>
  );
}
