import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CorrectStockDocument } from '../../../schema/operations/generated/graphql';
import { fieldErrors } from '../api/field-errors';
import { useAction, useAttempt } from '../api/use-action';
import { FormDialog } from '../components/form-dialog';
import type { ProductOnPage } from './product.page';
import { useStockTold } from './use-stock-told';

interface AdjustDialogProps {
  readonly product: ProductOnPage;
  readonly stock: NonNullable<ProductOnPage['stock']>;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Units that arrived, broke or were counted anew, with the reason that the ledger keeps. */
export function AdjustDialog({ product, stock, opened, onClose }: AdjustDialogProps): ReactNode {
  const { t } = useTranslation();
  const [adjust, busy] = useAction(CorrectStockDocument);
  const attempt = useAttempt();
  const told = useStockTold();
  const form = useForm<{ locationId: string; delta: number | string; reason: string }>({
    initialValues: { locationId: '', delta: '', reason: '' },
    validate: {
      delta: (value) => (typeof value === 'number' && value !== 0 ? null : t('shell.required')),
      reason: (value) => (value.trim() === '' ? t('shell.required') : null),
    },
  });

  const send = async ({ locationId, delta, reason }: typeof form.values): Promise<void> => {
    const input = { productId: product.id, locationId: locationId || null, delta: Number(delta), reason };
    const data = await adjust({ input: { ...input, idempotencyKey: attempt.keyFor(input) } });
    const result = data?.adjustStock;
    if (!result) return;
    switch (result.__typename) {
      case 'Product':
        attempt.done();
        form.reset();
        onClose();
        return told(product.name, result.stock?.available);
      case 'InsufficientStock':
        return form.setFieldError('delta', t('products.notEnough', { count: result.available }));
      case 'ValidationError':
        return form.setErrors(fieldErrors(result.fields));
      default:
        return form.setFieldError('locationId', result.message);
    }
  };

  return (
    <FormDialog
      title={t('products.adjustTitle')}
      submit={t('products.adjust')}
      opened={opened}
      busy={busy}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => void send(values))}
    >
      {stock.locations.length > 1 && (
        <NativeSelect
          label={t('products.location')}
          data={stock.locations.map(({ location: { id, name, isDefault } }) => ({
            value: isDefault ? '' : id,
            label: name,
          }))}
          {...form.getInputProps('locationId')}
        />
      )}
      <NumberInput
        label={t('products.change')}
        description={t('products.changeHint')}
        allowDecimal={false}
        min={-1_000_000}
        max={1_000_000}
        data-autofocus
        {...form.getInputProps('delta')}
      />
      <TextInput
        label={t('products.reason')}
        placeholder={t('products.reasonHint')}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
