import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { UpdateProductDocument } from '../../../schema/operations/generated/graphql';
import { fieldErrors } from '../api/field-errors';
import { useAction } from '../api/use-action';
import { FormDialog } from '../components/form-dialog';
import { Icon } from '../components/icon';
import { parsePrice } from '../format/money';
import { useFormat } from '../format/use-format';
import {
  CategoryField,
  FIELD_NAMES,
  KeywordsField,
  NameField,
  PriceFields,
  useProductRules,
  type ProductValues,
} from './product-fields';
import type { ProductOnPage } from './product.page';

interface EditValues extends ProductValues {
  description: string;
}

export function EditButton({ product }: { readonly product: ProductOnPage }): ReactNode {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const [opened, { open, close }] = useDisclosure();
  const [update, busy] = useAction(UpdateProductDocument);
  const form = useForm<EditValues>({ initialValues: valuesOf(product, locale), validate: useProductRules() });

  const begin = (): void => {
    form.setValues(valuesOf(product, locale));
    form.resetDirty(valuesOf(product, locale));
    form.clearErrors();
    open();
  };
  const send = async (values: EditValues): Promise<void> => {
    const changed = <T,>(field: keyof EditValues, value: T): T | undefined =>
      form.isDirty(field) ? value : undefined;
    const price = { amount: parsePrice(values.price, locale) ?? '', currency: values.currency };
    const input = {
      id: product.id,
      name: changed('name', values.name),
      // What a writer wrote does not become a person's words by opening this form.
      description: changed('description', values.description),
      keywords: changed('keywords', values.keywords),
      categoryId: changed('categoryId', values.categoryId || null),
      price: form.isDirty('price') || form.isDirty('currency') ? price : undefined,
    };
    const result = (await update({ input }))?.updateProduct;
    if (!result) return;
    if (result.__typename === 'Product') return close();
    if (result.__typename === 'ValidationError')
      return form.setErrors(fieldErrors(result.fields, FIELD_NAMES));
    form.setFieldError('name', result.message);
  };

  return (
    <>
      <Button variant="default" leftSection={<Icon name="edit" size={14} />} onClick={begin}>
        {t('products.edit')}
      </Button>
      <FormDialog
        title={t('products.editTitle')}
        submit={t('shell.save')}
        opened={opened}
        busy={busy}
        onClose={close}
        onSubmit={form.onSubmit((values) => void send(values))}
      >
        <NameField form={form} />
        <PriceFields form={form} />
        <CategoryField form={form} />
        <Textarea
          label={t('products.description')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={5_000}
          {...form.getInputProps('description')}
        />
        <KeywordsField form={form} />
      </FormDialog>
    </>
  );
}

function valuesOf(
  { name, price, category, keywords, description }: ProductOnPage,
  locale: string,
): EditValues {
  const separator =
    new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  return {
    name,
    price: price.amount.replace('.', separator),
    currency: price.currency,
    keywords,
    categoryId: category?.id ?? '',
    description: description ?? '',
  };
}
