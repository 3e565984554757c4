import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrichmentStatus, OrderStatus, StockLevel } from '../../../schema/operations/generated/graphql';

export type Tone = 'ok' | 'low' | 'out' | 'info' | 'neutral';

/** A word in a colour that repeats it and never stands for it. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactNode {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}

const LEVEL_TONES: Readonly<Record<StockLevel, Tone>> = { OK: 'ok', LOW: 'low', OUT: 'out' };

export function LevelTag({ level }: { readonly level: StockLevel }): ReactNode {
  const { t } = useTranslation();
  return <Tag tone={LEVEL_TONES[level]}>{t(`products.level.${level}`)}</Tag>;
}

const STATUS_TONES: Readonly<Record<OrderStatus, Tone>> = {
  PENDING: 'info',
  COMPLETED: 'ok',
  CANCELLED: 'neutral',
};

export function OrderStatusTag({ status }: { readonly status: OrderStatus }): ReactNode {
  const { t } = useTranslation();
  return <Tag tone={STATUS_TONES[status]}>{t(`orders.status.${status}`)}</Tag>;
}

const ENRICHMENT_TONES: Readonly<Record<EnrichmentStatus, Tone>> = {
  PENDING: 'info',
  PROCESSING: 'info',
  COMPLETED: 'neutral',
  FAILED: 'out',
};

export function EnrichmentTag({ status }: { readonly status: EnrichmentStatus }): ReactNode {
  const { t } = useTranslation();
  return <Tag tone={ENRICHMENT_TONES[status]}>{t(`products.enrichment.${status}`)}</Tag>;
}
