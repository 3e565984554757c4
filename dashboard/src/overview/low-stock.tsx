import { useQuery } from '@apollo/client/react';
import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LowStockDocument } from '../../../schema/operations/generated/graphql';
import { useLive } from '../api/live';
import { useRefresh } from '../api/use-refresh';
import { EmptyState } from '../components/empty-state';
import { Section } from '../components/section';
import { LevelTag } from '../components/tag';
import { useFormat } from '../format/use-format';

const SHOWN = 6;
const REFRESH_MILLIS = 400;

/** What has to be ordered next. */
export function LowStock(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, loading, error, refetch } = useQuery(LowStockDocument, { variables: { first: SHOWN } });
  const refresh = useRefresh({ loading, refetch }, REFRESH_MILLIS);
  useLive(['stock'], refresh);
  const products = data?.lowStock;
  return (
    <Section
      title={t('overview.lowStock')}
      unavailable={products == null && error !== undefined}
      onRetry={refetch}
      padded={false}
      action={
        <Anchor component={Link} to="/products?level=LOW" size="sm">
          {t('overview.all')}
        </Anchor>
      }
    >
      {loading && !products ? (
        <Stack gap="sm" p="lg">
          {Array.from({ length: SHOWN }, (_, index) => (
            <Skeleton key={index} height={22} />
          ))}
        </Stack>
      ) : products?.length ? (
        <ul className="rows">
          {products.slice(0, SHOWN).map((product) => (
            <li key={product.id}>
              <Link to={`/products/${product.id}`} className="row">
                <Text size="sm" fw={500} truncate flex={1}>
                  {product.name}
                </Text>
                <Text size="sm" className="number">
                  {product.stock ? format.number(product.stock.available) : '–'}
                </Text>
                {product.stock && <LevelTag level={product.stock.level} />}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState icon="check" title={t('overview.nothingLow')} hint={t('overview.nothingLowHint')} />
      )}
    </Section>
  );
}
