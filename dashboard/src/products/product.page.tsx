import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Grid, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ProductPageDocument, type ProductPageQuery } from '../../../schema/operations/generated/graphql';
import { useLive } from '../api/live';
import { useRefresh } from '../api/use-refresh';
import { EmptyState } from '../components/empty-state';
import { Icon } from '../components/icon';
import { PageHeader } from '../components/page-header';
import { PageSkeleton } from '../components/page-skeleton';
import { Section, Unavailable } from '../components/section';
import { LevelTag, Tag } from '../components/tag';
import { useFormat } from '../format/use-format';
import { useMay } from '../session/use-session';
import { ArchiveButton } from './archive-button';
import { DescriptionCard } from './description-card';
import { EditButton } from './edit-button';
import { MovementsCard } from './movements-card';
import { ProductAlerts } from './product-alerts';
import { StockCard } from './stock-card';

export type ProductOnPage = NonNullable<ProductPageQuery['product']>;

const REFRESH_MILLIS = 300;

export default function ProductPage(): ReactNode {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, loading, refetch } = useQuery(ProductPageDocument, { variables: { id } });
  const refresh = useRefresh({ loading, refetch }, REFRESH_MILLIS);
  useLive(['stock', 'enrichment'], ({ productId }) => {
    if (productId === id) refresh();
  });
  const product = data?.product;
  if (product) return <Product product={product} refetch={refetch} />;
  if (loading) return <PageSkeleton />;
  if (error) return <Unavailable onRetry={refetch} />;
  return (
    <EmptyState
      icon="products"
      title={t('products.gone')}
      hint={t('products.goneHint')}
      action={
        <Button component={Link} to="/products">
          {t('products.title')}
        </Button>
      }
    />
  );
}

interface ProductProps {
  readonly product: ProductOnPage;
  readonly refetch: () => unknown;
}

function Product({ product, refetch }: ProductProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const staff = may('inventory:read');
  return (
    <>
      <Anchor component={Link} to="/products" size="sm" className="back">
        <Icon name="back" size={14} /> {t('products.title')}
      </Anchor>
      <PageHeader
        title={product.name}
        subtitle={
          <Group gap="xs" component="span">
            <span>{product.sku}</span>
            {product.status === 'ARCHIVED' && <Tag tone="neutral">{t('products.archived')}</Tag>}
            {product.stock && <LevelTag level={product.stock.level} />}
          </Group>
        }
      >
        {may('products:write') && product.status === 'ACTIVE' && (
          <>
            <EditButton product={product} />
            <ArchiveButton product={product} />
          </>
        )}
      </PageHeader>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            <DescriptionCard product={product} />
            {staff && <StockCard product={product} refetch={refetch} />}
            {staff && <MovementsCard productId={product.id} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="md">
            <Details product={product} />
            {staff && <ProductAlerts productId={product.id} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}

function Details({ product }: { readonly product: ProductOnPage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t('products.details')}>
      <dl className="facts">
        <dt>{t('products.price')}</dt>
        <dd>
          <Text span fw={650}>
            {format.money(product.price)}
          </Text>
        </dd>
        <dt>{t('products.category')}</dt>
        <dd>{product.category?.name ?? t('products.noCategory')}</dd>
        <dt>{t('products.sku')}</dt>
        <dd>{product.sku}</dd>
        <dt>{t('products.keywords')}</dt>
        <dd>{product.keywords.length > 0 ? product.keywords.join(', ') : '–'}</dd>
        <dt>{t('products.created')}</dt>
        <dd>{format.date(product.createdAt)}</dd>
        <dt>{t('products.changed')}</dt>
        <dd>{format.ago(product.updatedAt)}</dd>
      </dl>
    </Section>
  );
}
