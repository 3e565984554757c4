import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import { useFormat } from '../format/use-format';

interface MovementsChartProps {
  /** Newest first. */
  readonly movements: readonly { readonly quantity: number; readonly createdAt: string }[];
  /** Units on hand after the newest of them. */
  readonly onHand: number;
}

const HEIGHT = 180;

/** Units on hand as steps over time. The list below says the same in words. */
export function MovementsChart({ movements, onHand }: MovementsChartProps): ReactNode {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);
  const data = useMemo(() => steps(movements, onHand), [movements, onHand]);

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const style = getComputedStyle(element);
    const colour = (name: string): string => style.getPropertyValue(name).trim();
    const axis = {
      stroke: colour('--mantine-color-dimmed'),
      grid: { stroke: colour('--bodega-border'), width: 1 },
      ticks: { show: false },
      font: '11px ui-sans-serif, system-ui, sans-serif',
    };
    const number = new Intl.NumberFormat(locale);
    const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
    const hour = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
    const chart = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        legend: { show: false },
        cursor: { y: false, points: { size: 7 } },
        scales: { y: { range: (_chart, _low, high) => [0, Math.max(high * 1.1, 5)] } },
        axes: [
          {
            ...axis,
            space: 70,
            values: (_chart, at) => at.map((s) => (short(data) ? hour : day).format(s * 1_000)),
          },
          {
            ...axis,
            size: 48,
            values: (_chart, at) => at.map((value) => (Number.isInteger(value) ? number.format(value) : '')),
          },
        ],
        series: [
          {},
          {
            stroke: colour('--bodega-chart'),
            fill: `${colour('--bodega-chart')}22`,
            width: 2,
            ...(uPlot.paths.stepped && { paths: uPlot.paths.stepped({ align: 1 }) }),
            points: { show: false },
          },
        ],
      },
      data,
      element,
    );
    const sizes = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height: HEIGHT }));
    sizes.observe(element);
    return () => {
      sizes.disconnect();
      chart.destroy();
    };
  }, [data, scheme, locale]);

  return (
    <div
      ref={place}
      role="img"
      aria-label={t('products.chart')}
      className="chart"
      style={{ height: HEIGHT }}
    />
  );
}

/** Backwards from what there is now: each movement tells what there was before it. */
function steps(movements: MovementsChartProps['movements'], onHand: number): uPlot.AlignedData {
  const times: number[] = [Date.now() / 1_000];
  const units: number[] = [onHand];
  let after = onHand;
  for (const { quantity, createdAt } of movements) {
    times.unshift(new Date(createdAt).getTime() / 1_000);
    units.unshift(after);
    after -= quantity;
  }
  return [times, units];
}

/** Whether it all happened within two days: then the hour says more than the date. */
function short([times]: uPlot.AlignedData): boolean {
  return (times.at(-1) ?? 0) - (times[0] ?? 0) < 2 * 86_400;
}
