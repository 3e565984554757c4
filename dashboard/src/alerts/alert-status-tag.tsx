import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StockAlertStatus } from '../../../schema/operations/generated/graphql';
import { Tag, type Tone } from '../components/tag';

const TONES: Readonly<Record<StockAlertStatus, Tone>> = {
  OPEN: 'info',
  ACKNOWLEDGED: 'neutral',
  RESOLVED: 'ok',
};
const NAMES = { OPEN: 'open', ACKNOWLEDGED: 'acknowledged', RESOLVED: 'resolved' } as const;

export function AlertStatusTag({ status }: { readonly status: StockAlertStatus }): ReactNode {
  const { t } = useTranslation();
  return <Tag tone={TONES[status]}>{t(`alerts.status.${NAMES[status]}`)}</Tag>;
}
