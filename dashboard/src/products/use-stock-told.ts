import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** Says what there is now, after stock was changed by hand. */
export function useStockTold(): (name: string, available: number | undefined) => void {
  const { t } = useTranslation();
  return (name, available) =>
    notifications.show({
      color: 'bodega',
      title: t('products.done'),
      message: available === undefined ? name : t('products.stockNow', { name, count: available }),
    });
}
