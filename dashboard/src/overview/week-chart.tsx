import { Skeleton, Text, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SalesSummaryQuery } from '../../../schema/operations/generated/graphql';
import { useFormat } from '../format/use-format';
import { dayName } from './days';

type Sales = NonNullable<SalesSummaryQuery['salesSummary']>;

interface WeekChartProps {
  readonly days: readonly Date[];
  readonly sales: Sales;
  readonly waiting: boolean;
}

/** A bar for each day, in one row for each currency: amounts of different currencies have no common height. */
export function WeekChart({ days, sales, waiting }: WeekChartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (waiting) return <Skeleton height={190} />;
  const currencies = [...new Set(sales.map(({ total }) => total.currency))];
  if (currencies.length === 0) currencies.push('');
  return currencies.map((currency) => {
    const ofDay = new Map(
      sales.filter(({ total }) => total.currency === currency).map((day) => [day.day, day]),
    );
    const highest = Math.max(...[...ofDay.values()].map(({ total }) => Number(total.amount)), 1);
    return (
      <figure key={currency} className="week">
        {currencies.length > 1 && (
          <Text component="figcaption" size="xs" c="dimmed" mb={4}>
            {t('overview.chartOf', { currency })}
          </Text>
        )}
        <ol className="bars">
          {days.map((date) => {
            const day = ofDay.get(dayName(date));
            const said = `${format.weekday(date)}: ${day ? format.money(day.total) : '–'}`;
            return (
              <li key={date.getTime()}>
                <Tooltip
                  label={`${said}${day ? ` · ${t('overview.orders', { count: day.orders })}` : ''}`}
                  openDelay={0}
                >
                  <div className="bar-place">
                    <div
                      className="bar"
                      style={{
                        height: `${day ? Math.max((Number(day.total.amount) / highest) * 100, 2) : 0}%`,
                      }}
                    />
                  </div>
                </Tooltip>
                <span aria-hidden="true">{format.weekday(date)}</span>
                <span className="only-heard">{said}</span>
              </li>
            );
          })}
        </ol>
      </figure>
    );
  });
}
