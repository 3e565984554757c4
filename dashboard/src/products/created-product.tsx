import { useQuery } from '@apollo/client/react';
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  ProductPageDocument,
  type ProductSummaryFragment,
} from '../../../schema/operations/generated/graphql';
import { useLive } from '../api/live';
import { useRefresh } from '../api/use-refresh';
import { Icon } from '../components/icon';
import { PageSkeleton } from '../components/page-skeleton';
import { DescriptionCard } from './description-card';

interface CreatedProductProps {
  readonly created: ProductSummaryFragment;
  readonly enriched: boolean;
  readonly onAnother: () => void;
}

const REFRESH_MILLIS = 200;

/** The product that has just been made, while its page is being written. */
export function CreatedProduct({ created, enriched, onAnother }: CreatedProductProps): ReactNode {
  const { t } = useTranslation();
  const { data, loading, refetch } = useQuery(ProductPageDocument, { variables: { id: created.id } });
  const refresh = useRefresh({ loading, refetch }, REFRESH_MILLIS);
  useLive(['enrichment'], ({ productId }) => {
    if (productId === created.id) refresh();
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const product = data?.product;
  const written = product?.enrichment?.status === 'COMPLETED';
  return (
    <Stack gap="md" maw={760}>
      <Card>
        <Group gap="md" align="flex-start" wrap="nowrap">
          <span className="empty-icon" data-tone="ok">
            <Icon name="check" size={24} />
          </span>
          <Stack gap={4} flex={1}>
            <Title order={2} ref={heading} tabIndex={-1}>
              {t('products.form.createdTitle', { name: created.name })}
            </Title>
            {enriched && (
              <Text size="sm" c="dimmed" role="status">
                {t(written ? 'products.form.ready' : 'products.form.watch')}
              </Text>
            )}
            <Group gap="xs" mt="xs">
              <Button component={Link} to={`/products/${created.id}`}>
                {t('products.form.open')}
              </Button>
              <Button variant="default" onClick={onAnother}>
                {t('products.form.another')}
              </Button>
            </Group>
          </Stack>
        </Group>
      </Card>
      {enriched && (product ? <DescriptionCard product={product} /> : <PageSkeleton />)}
    </Stack>
  );
}
