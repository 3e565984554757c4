import { Button, Group, Table } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon';
import { Section } from '../components/section';
import { useFormat } from '../format/use-format';
import { useMay } from '../session/use-session';
import { AdjustDialog } from './adjust-dialog';
import type { ProductOnPage } from './product.page';
import { ThresholdDialog } from './threshold-dialog';
import { TransferDialog } from './transfer-dialog';

interface StockCardProps {
  readonly product: ProductOnPage;
  readonly refetch: () => unknown;
}

export function StockCard({ product, refetch }: StockCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [open, setOpen] = useState<'adjust' | 'transfer' | 'threshold'>();
  const { stock } = product;
  const close = (): void => setOpen(undefined);
  return (
    <Section
      title={t('products.stock')}
      unavailable={stock == null}
      onRetry={refetch}
      padded={false}
      action={
        may('inventory:write') &&
        stock && (
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              leftSection={<Icon name="tune" size={14} />}
              onClick={() => setOpen('adjust')}
            >
              {t('products.adjust')}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<Icon name="move" size={14} />}
              onClick={() => setOpen('transfer')}
            >
              {t('products.transfer')}
            </Button>
          </Group>
        )
      }
    >
      {stock && (
        <>
          <Table.ScrollContainer minWidth={320}>
            <Table className="figures">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('products.location')}</Table.Th>
                  <Table.Th>{t('products.onHand')}</Table.Th>
                  <Table.Th>{t('products.reserved')}</Table.Th>
                  <Table.Th>{t('products.available')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {stock.locations.map(({ location, onHand, reserved, available }) => (
                  <Table.Tr key={location.id}>
                    <Table.Td>{location.name}</Table.Td>
                    <Table.Td>{format.number(onHand)}</Table.Td>
                    <Table.Td>{format.number(reserved)}</Table.Td>
                    <Table.Td>{format.number(available)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
              <Table.Tfoot>
                <Table.Tr data-row="total">
                  <Table.Th scope="row">{t('products.total')}</Table.Th>
                  <Table.Th>{format.number(stock.onHand)}</Table.Th>
                  <Table.Th>{format.number(stock.reserved)}</Table.Th>
                  <Table.Th>{format.number(stock.available)}</Table.Th>
                </Table.Tr>
              </Table.Tfoot>
            </Table>
          </Table.ScrollContainer>
          <Group px="lg" pb="md" pt="xs" gap="xs" justify="space-between">
            <span className="dimmed">{t('products.thresholdValue', { count: stock.lowStockThreshold })}</span>
            {may('inventory:write') && (
              <Button size="compact-sm" variant="subtle" onClick={() => setOpen('threshold')}>
                {t('products.changeThreshold')}
              </Button>
            )}
          </Group>
          <AdjustDialog product={product} stock={stock} opened={open === 'adjust'} onClose={close} />
          <TransferDialog product={product} opened={open === 'transfer'} onClose={close} />
          <ThresholdDialog product={product} stock={stock} opened={open === 'threshold'} onClose={close} />
        </>
      )}
    </Section>
  );
}
