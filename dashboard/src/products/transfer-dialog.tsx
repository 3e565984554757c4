import { useQuery } from '@apollo/client/react';
import { NativeSelect, NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LocationsDocument, MoveStockDocument } from '../../../schema/operations/generated/graphql';
import { fieldErrors } from '../api/field-errors';
import { useAction, useAttempt } from '../api/use-action';
import { FormDialog } from '../components/form-dialog';
import type { ProductOnPage } from './product.page';
import { useStockTold } from './use-stock-told';

interface TransferDialogProps {
  readonly product: ProductOnPage;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function TransferDialog({ product, opened, onClose }: TransferDialogProps): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(LocationsDocument, { skip: !opened });
  const [transfer, busy] = useAction(MoveStockDocument);
  const attempt = useAttempt();
  const told = useStockTold();
  const form = useForm<{ from: string; to: string; quantity: number | string }>({
    initialValues: { from: '', to: '', quantity: '' },
    validate: {
      from: (value) => (value === '' ? t('shell.required') : null),
      to: (value, { from }) =>
        value === '' ? t('shell.required') : value === from ? t('products.sameLocation') : null,
      quantity: (value) => (typeof value === 'number' && value > 0 ? null : t('shell.required')),
    },
  });

  const send = async ({ from, to, quantity }: typeof form.values): Promise<void> => {
    const input = {
      productId: product.id,
      fromLocationId: from,
      toLocationId: to,
      quantity: Number(quantity),
    };
    const result = (await transfer({ input: { ...input, idempotencyKey: attempt.keyFor(input) } }))
      ?.transferStock;
    if (!result) return;
    switch (result.__typename) {
      case 'Product':
        attempt.done();
        form.reset();
        onClose();
        return told(product.name, result.stock?.available);
      case 'InsufficientStock':
        return form.setFieldError('quantity', t('products.notEnough', { count: result.available }));
      case 'LocationNotFound':
        return form.setFieldError(result.locationId === from ? 'from' : 'to', result.message);
      case 'ValidationError':
        return form.setErrors(fieldErrors(result.fields, { fromLocationId: 'from', toLocationId: 'to' }));
      default:
        return form.setFieldError('quantity', result.message);
    }
  };

  const locations = [
    { value: '', label: '–' },
    ...(data?.locations ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <FormDialog
      title={t('products.transferTitle')}
      submit={t('products.transfer')}
      opened={opened}
      busy={busy}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => void send(values))}
    >
      <NativeSelect
        label={t('products.from')}
        data={locations}
        data-autofocus
        {...form.getInputProps('from')}
      />
      <NativeSelect label={t('products.to')} data={locations} {...form.getInputProps('to')} />
      <NumberInput
        label={t('products.quantity')}
        allowDecimal={false}
        allowNegative={false}
        max={1_000_000}
        {...form.getInputProps('quantity')}
      />
    </FormDialog>
  );
}
