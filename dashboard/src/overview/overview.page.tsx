import { useQuery } from '@apollo/client/react';
import { Anchor, Button, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AlertPagesDocument, SalesSummaryDocument } from '../../../schema/operations/generated/graphql';
import { OPEN_ALERTS } from '../alerts/alert-watch';
import { useLive } from '../api/live';
import { useRefresh } from '../api/use-refresh';
import { Icon } from '../components/icon';
import { PageHeader } from '../components/page-header';
import { Section } from '../components/section';
import { totals } from '../format/money';
import { useFormat } from '../format/use-format';
import { useMay } from '../session/use-session';
import { dayName, useDays } from './days';
import { Figure } from './figure';
import { LatestOrders } from './latest-orders';
import { LowStock } from './low-stock';
import { WeekChart } from './week-chart';

/** Within the second that a sale elsewhere may take to show, even when many are made. */
const REFRESH_MILLIS = 300;

/** Today at a glance; every part follows what happens by itself. */
export default function OverviewPage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { days, ofThisWeek, from, to, timeZone } = useDays(format.locale);
  const { data, error, loading, refetch } = useQuery(SalesSummaryDocument, {
    variables: { from, to, timeZone },
  });
  const refresh = useRefresh({ loading, refetch }, REFRESH_MILLIS);
  useLive(['order'], refresh);
  const alerts = useQuery(AlertPagesDocument, {
    variables: OPEN_ALERTS,
    skip: !may('inventory:read'),
    fetchPolicy: 'cache-first',
  });

  const sales = data?.salesSummary ?? [];
  const salesOf = (count: number) => {
    const names = new Set(days.slice(-count).map(dayName));
    const chosen = sales.filter(({ day }) => names.has(day));
    return {
      money: totals(chosen.map(({ total }) => total)),
      orders: chosen.reduce((sum, { orders }) => sum + orders, 0),
      units: chosen.reduce((sum, { units }) => sum + units, 0),
    };
  };
  const [today, week] = [salesOf(1), salesOf(ofThisWeek)];
  const unavailable = data?.salesSummary == null && error !== undefined;
  const waiting = loading && data === undefined;
  const open = alerts.data?.stockAlerts?.totalCount;

  return (
    <>
      <PageHeader title={t('overview.title')} subtitle={<span className="live">{t('overview.live')}</span>}>
        {may('orders:sell') && (
          <Button component={Link} to="/sell" leftSection={<Icon name="till" size={16} />}>
            {t('overview.sell')}
          </Button>
        )}
      </PageHeader>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: 'sm', md: 'md' }} mb="md">
        <Figure
          name="today"
          label={t('overview.today')}
          values={today.money.map(format.money)}
          none={t('overview.noSales')}
          note={t('overview.orders', { count: today.orders })}
          waiting={waiting}
          unavailable={unavailable}
        />
        <Figure
          name="week"
          label={t('overview.week')}
          values={week.money.map(format.money)}
          none={t('overview.noSales')}
          note={t('overview.orders', { count: week.orders })}
          waiting={waiting}
          unavailable={unavailable}
        />
        <Figure
          name="units"
          label={t('overview.units')}
          values={[format.number(today.units)]}
          note={t('overview.thisWeekUnits', { units: format.number(week.units) })}
          waiting={waiting}
          unavailable={unavailable}
        />
        <Figure
          name="alerts"
          label={t('overview.openAlerts')}
          values={open === undefined ? [] : [format.number(open)]}
          tone={open ? 'out' : undefined}
          note={
            <Anchor component={Link} to="/alerts" size="xs">
              {t('overview.seeAlerts')}
            </Anchor>
          }
          waiting={alerts.loading && open === undefined}
          unavailable={open === undefined && alerts.error !== undefined}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" mb="md">
        <Section title={t('overview.chart')} unavailable={unavailable} onRetry={refetch}>
          <WeekChart days={days} sales={sales} waiting={waiting} />
        </Section>
        {may('inventory:read') && <LowStock />}
      </SimpleGrid>
      <LatestOrders />
    </>
  );
}
