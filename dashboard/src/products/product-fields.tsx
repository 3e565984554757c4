import { useQuery } from '@apollo/client/react';
import { Group, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CategoriesDocument, ProductRowsDocument } from '../../../schema/operations/generated/graphql';
import { formatMoney, parsePrice } from '../format/money';
import { useFormat } from '../format/use-format';

/** What a product is sold for and found by, as it is typed. */
export interface ProductValues {
  name: string;
  price: string;
  currency: string;
  keywords: string[];
  categoryId: string;
}

/** The API's names of fields that the form calls otherwise. */
export const FIELD_NAMES = { 'price.amount': 'price', 'price.currency': 'currency' } as const;

/** Errors of what a person can see to be wrong before anything is sent. */
export function useProductRules() {
  const { t } = useTranslation();
  const { locale } = useFormat();
  return {
    name: (value: string) => (value.trim() === '' ? t('shell.required') : null),
    price: (value: string) =>
      parsePrice(value, locale) === null
        ? t('products.form.priceWrong', {
            example: new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(12.5),
          })
        : null,
  };
}

/** The currency of the newest product: most businesses have one. */
export function useUsualCurrency(): string | undefined {
  const { data, loading } = useQuery(ProductRowsDocument, {
    variables: { first: 1 },
    fetchPolicy: 'cache-first',
  });
  return data?.products?.nodes[0]?.price.currency ?? (loading ? undefined : 'USD');
}

export function NameField<Values extends ProductValues>({
  form,
}: {
  readonly form: UseFormReturnType<Values>;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('products.form.name')}
      placeholder={t('products.form.namePlaceholder')}
      maxLength={200}
      required
      data-autofocus
      {...form.getInputProps('name')}
    />
  );
}

export function PriceFields<Values extends ProductValues>({
  form,
}: {
  readonly form: UseFormReturnType<Values>;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { locale } = useFormat();
  const currencies = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'currency' });
    return Intl.supportedValuesOf('currency').map((code) => ({
      value: code,
      label: `${code} · ${names.of(code) ?? code}`,
    }));
  }, [i18n.language]);
  const { price, currency } = form.values;
  const amount = parsePrice(price, locale);
  return (
    <Group gap="md" align="flex-start" grow preventGrowOverflow={false}>
      <TextInput
        label={t('products.form.price')}
        inputMode="decimal"
        autoComplete="off"
        required
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        description={amount === null ? ' ' : formatMoney({ amount, currency }, locale)}
        {...form.getInputProps('price')}
      />
      <NativeSelect
        label={t('products.form.currency')}
        data={currencies}
        {...form.getInputProps('currency')}
      />
    </Group>
  );
}

export function CategoryField<Values extends ProductValues>({
  form,
}: {
  readonly form: UseFormReturnType<Values>;
}): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(CategoriesDocument, { fetchPolicy: 'cache-first' });
  return (
    <NativeSelect
      label={t('products.category')}
      data={[
        { value: '', label: t('products.noCategory') },
        ...(data?.categories ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      {...form.getInputProps('categoryId')}
    />
  );
}

export function KeywordsField<Values extends ProductValues>({
  form,
}: {
  readonly form: UseFormReturnType<Values>;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <TagsInput
      label={t('products.keywords')}
      description={t('products.form.keywordsHint')}
      acceptValueOnBlur
      {...form.getInputProps('keywords')}
    />
  );
}
