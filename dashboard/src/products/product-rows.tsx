import { Card, Skeleton, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EnrichmentTag, LevelTag } from '../components/tag';
import { useFormat } from '../format/use-format';
import { useMay } from '../session/use-session';
import type { ProductLine, ProductList } from './use-product-list';

const WIDE_ROW = 52;
const NARROW_ROW = 68;
/** Rows above and below the window that are there already. */
const OVERSCAN = 12;
/** The next page is asked for when so few rows are left. */
const AHEAD = 30;
const OUTLINES = 12;

/** However many there are, only those near the window are in the page. */
export function ProductRows({ list }: { readonly list: ProductList }): ReactNode {
  const { t } = useTranslation();
  const staff = useMay()('inventory:read');
  const narrow = useMediaQuery('(max-width: 47.99em)') ?? false;
  const place = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (element) setTop(element.getBoundingClientRect().top + window.scrollY);
  }, []);
  const { lines, hasMore, loadMore } = list;
  const loaded = lines?.length ?? 0;
  const count = lines === undefined ? OUTLINES : loaded + (hasMore ? 4 : 0);
  const height = narrow ? NARROW_ROW : WIDE_ROW;
  const rows = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: OVERSCAN,
    scrollMargin: top,
  });
  useEffect(() => rows.measure(), [rows, height]);

  const shown = rows.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastShown >= loaded - AHEAD) loadMore();
    // `loadMore` is new at each drawing; what it asks for follows from these.
  }, [hasMore, lastShown >= loaded - AHEAD, loaded]);

  return (
    <Card padding={0} className="products" data-stale={list.stale || undefined}>
      {!narrow && (
        <div className="product-row product-columns" data-staff={staff} aria-hidden="true">
          <span>{t('products.columns.name')}</span>
          {staff && <span>{t('products.columns.category')}</span>}
          {staff && <span>{t('products.columns.text')}</span>}
          {staff && <span className="number">{t('products.columns.stock')}</span>}
          <span>{t('products.columns.level')}</span>
          <span className="number">{t('products.columns.price')}</span>
        </div>
      )}
      <ul
        ref={place}
        aria-label={t('products.list')}
        aria-busy={lines === undefined}
        className="product-list"
        style={{ height: rows.getTotalSize() }}
      >
        {shown.map(({ key, index, start }) => {
          const line = lines?.[index];
          return (
            <li
              key={key}
              style={{ height, transform: `translateY(${start - top}px)` }}
              aria-setsize={list.total ?? -1}
              aria-posinset={index + 1}
            >
              {line ? <Row line={line} staff={staff} narrow={narrow} /> : <Outline />}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Outline(): ReactNode {
  return (
    <div className="product-row">
      <Skeleton height={16} width="60%" />
    </div>
  );
}

interface RowProps {
  readonly line: ProductLine;
  readonly staff: boolean;
  readonly narrow: boolean;
}

function Row({ line, staff, narrow }: RowProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const name = (
    <span className="product-name">
      <Text span size="sm" fw={550} truncate>
        {line.name}
      </Text>
      <Text span size="xs" c="dimmed" truncate>
        {line.sku}
      </Text>
    </span>
  );
  const level = line.level ? (
    <LevelTag level={line.level} />
  ) : (
    <Text span size="xs" c="dimmed">
      {t('shell.unavailable')}
    </Text>
  );
  const price = <span className="number product-price">{format.money(line.price)}</span>;
  if (narrow) {
    return (
      <Link to={`/products/${line.id}`} className="product-row" data-narrow>
        {name}
        <span className="product-side">
          {price}
          <span>
            {line.available !== null && (
              <span className="product-available">{format.number(line.available)}</span>
            )}{' '}
            {level}
          </span>
        </span>
      </Link>
    );
  }
  return (
    <Link to={`/products/${line.id}`} className="product-row" data-staff={staff}>
      {name}
      {staff && (
        <Text span size="sm" c="dimmed" truncate>
          {line.category ?? '–'}
        </Text>
      )}
      {staff && <span>{line.enrichment && <EnrichmentTag status={line.enrichment} />}</span>}
      {staff && (
        <span className="number">{line.available === null ? '–' : format.number(line.available)}</span>
      )}
      <span>{level}</span>
      {price}
    </Link>
  );
}
