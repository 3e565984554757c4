import { Button, Skeleton, Stack, Text, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RegenerateDescriptionDocument } from '../../../schema/operations/generated/graphql';
import { useAction } from '../api/use-action';
import { Icon } from '../components/icon';
import { Section } from '../components/section';
import { EnrichmentTag } from '../components/tag';
import { useFormat } from '../format/use-format';
import { useMay } from '../session/use-session';
import type { ProductOnPage } from './product.page';

/** The text of the page, who wrote it, and what is being written. It arrives by itself. */
export function DescriptionCard({ product }: { readonly product: ProductOnPage }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [regenerate, running] = useAction(RegenerateDescriptionDocument);
  const { description, enrichment } = product;
  const writing = enrichment?.status === 'PENDING' || enrichment?.status === 'PROCESSING';
  return (
    <Section
      title={t('products.description')}
      action={
        may('enrichment:write') &&
        product.status === 'ACTIVE' && (
          <Tooltip label={t('products.regenerateHint')}>
            <Button
              size="xs"
              variant="default"
              leftSection={<Icon name="spark" size={14} />}
              loading={running || writing}
              onClick={() => void regenerate({ productId: product.id })}
            >
              {t('products.regenerate')}
            </Button>
          </Tooltip>
        )
      }
    >
      <Stack gap="sm" aria-live="polite">
        {description ? (
          <Text className="prose">{description}</Text>
        ) : writing ? (
          <Stack gap={8} aria-label={t('products.writing')}>
            <Skeleton height={14} />
            <Skeleton height={14} />
            <Skeleton height={14} width="60%" />
          </Stack>
        ) : (
          <Text c="dimmed">{t('products.noDescription')}</Text>
        )}
        <Written product={product} />
      </Stack>
    </Section>
  );
}

/** Who wrote what is shown: a person's own words stay, whatever a writer proposes. */
function Written({ product: { description, enrichment } }: { readonly product: ProductOnPage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (!enrichment)
    return description ? <small className="written">{t('products.writtenBy.person')}</small> : null;
  const ownWords = description != null && description !== enrichment.description;
  const provider = (['openai', 'local', 'builtin'] as const).find((name) => name === enrichment.provider);
  return (
    <div className="written">
      <EnrichmentTag status={enrichment.status} />
      {enrichment.status === 'FAILED' && (
        <span>{t('products.failed', { error: enrichment.error ?? '' })}</span>
      )}
      {ownWords && <span>{t('products.writtenBy.person')}</span>}
      {!ownWords && description && provider && (
        <span>{t(`products.writtenBy.${provider}`, { model: enrichment.model ?? '' })}</span>
      )}
      {!ownWords && enrichment.completedAt && <span>{format.ago(enrichment.completedAt)}</span>}
      {enrichment.confidence != null && enrichment.category && (
        <span>
          {enrichment.category} ·{' '}
          {t('products.confidence', { percent: format.percent(enrichment.confidence) })}
        </span>
      )}
    </div>
  );
}
