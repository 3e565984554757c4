import { NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SetLowStockThresholdDocument } from '../../../schema/operations/generated/graphql';
import { fieldErrors } from '../api/field-errors';
import { useAction } from '../api/use-action';
import { FormDialog } from '../components/form-dialog';
import type { ProductOnPage } from './product.page';

interface ThresholdDialogProps {
  readonly product: ProductOnPage;
  readonly stock: NonNullable<ProductOnPage['stock']>;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function ThresholdDialog({ product, stock, opened, onClose }: ThresholdDialogProps): ReactNode {
  const { t } = useTranslation();
  const [setThreshold, busy] = useAction(SetLowStockThresholdDocument);
  const form = useForm<{ threshold: number | string }>({
    initialValues: { threshold: stock.lowStockThreshold },
    validate: { threshold: (value) => (typeof value === 'number' ? null : t('shell.required')) },
  });
  // What is typed is not overwritten when stock moves meanwhile.
  const begin = useEffectEvent(() => form.setValues({ threshold: stock.lowStockThreshold }));
  useEffect(() => {
    if (opened) begin();
  }, [opened]);

  const send = async (threshold: number): Promise<void> => {
    const result = (await setThreshold({ productId: product.id, threshold }))?.setLowStockThreshold;
    if (!result) return;
    if (result.__typename === 'Product') return onClose();
    if (result.__typename === 'ValidationError') return form.setErrors(fieldErrors(result.fields));
    form.setFieldError('threshold', result.message);
  };

  return (
    <FormDialog
      title={t('products.changeThreshold')}
      submit={t('shell.save')}
      opened={opened}
      busy={busy}
      onClose={onClose}
      onSubmit={form.onSubmit(({ threshold }) => void send(Number(threshold)))}
    >
      <NumberInput
        label={t('products.threshold')}
        allowDecimal={false}
        allowNegative={false}
        max={1_000_000}
        data-autofocus
        {...form.getInputProps('threshold')}
      />
    </FormDialog>
  );
}
