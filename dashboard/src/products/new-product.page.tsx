import { Anchor, Button, Card, Checkbox, Grid, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  CreateProductDocument,
  type ProductSummaryFragment,
} from '../../../schema/operations/generated/graphql';
import { fieldErrors } from '../api/field-errors';
import { useAction, useAttempt } from '../api/use-action';
import { Icon } from '../components/icon';
import { PageHeader } from '../components/page-header';
import { parsePrice } from '../format/money';
import { useFormat } from '../format/use-format';
import { CreatedProduct } from './created-product';
import {
  CategoryField,
  FIELD_NAMES,
  KeywordsField,
  NameField,
  PriceFields,
  useProductRules,
  useUsualCurrency,
  type ProductValues,
} from './product-fields';

interface NewProductValues extends ProductValues {
  sku: string;
  initialStock: number | string;
  lowStockThreshold: number | string;
  enrich: boolean;
}

const EMPTY: NewProductValues = {
  name: '',
  price: '',
  currency: 'USD',
  keywords: [],
  categoryId: '',
  sku: '',
  initialStock: 0,
  lowStockThreshold: '',
  enrich: true,
};

/** One form; then the product, whose page is written while one watches. */
export default function NewProductPage(): ReactNode {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const [created, setCreated] = useState<ProductSummaryFragment>();
  const [create, busy] = useAction(CreateProductDocument);
  const attempt = useAttempt();
  const usual = useUsualCurrency();
  const form = useForm<NewProductValues>({ initialValues: EMPTY, validate: useProductRules() });
  // The form's functions are new at each drawing: as a dependency they would draw for ever.
  const setCurrency = useEffectEvent((currency: string) => form.setFieldValue('currency', currency));
  useEffect(() => {
    if (usual !== undefined) setCurrency(usual);
  }, [usual]);

  const send = async (values: NewProductValues): Promise<void> => {
    const input = {
      name: values.name,
      sku: values.sku.trim() || null,
      keywords: values.keywords,
      categoryId: values.categoryId || null,
      price: { amount: parsePrice(values.price, locale) ?? '', currency: values.currency },
      initialStock: Number(values.initialStock),
      lowStockThreshold: values.lowStockThreshold === '' ? null : Number(values.lowStockThreshold),
      enrich: values.enrich,
    };
    const result = (await create({ input: { ...input, idempotencyKey: attempt.keyFor(input) } }))
      ?.createProduct;
    if (!result) return;
    switch (result.__typename) {
      case 'Product':
        attempt.done();
        return setCreated(result);
      case 'SkuTaken':
        return form.setFieldError('sku', t('products.form.skuTaken', { name: result.product.name }));
      case 'ValidationError':
        return form.setErrors(fieldErrors(result.fields, FIELD_NAMES));
      default:
        return form.setFieldError('name', result.message);
    }
  };

  const another = (): void => {
    form.setValues({ ...EMPTY, currency: form.values.currency });
    setCreated(undefined);
  };
  return (
    <>
      <Anchor component={Link} to="/products" size="sm" className="back">
        <Icon name="back" size={14} /> {t('products.title')}
      </Anchor>
      <PageHeader title={t('products.form.title')} subtitle={t('products.form.subtitle')} />
      {created ? (
        <CreatedProduct created={created} enriched={form.values.enrich} onAnother={another} />
      ) : (
        <Card component="section" aria-label={t('products.form.title')} maw={760}>
          <form onSubmit={form.onSubmit((values) => void send(values))} noValidate>
            <Stack gap="md">
              <NameField form={form} />
              <PriceFields form={form} />
              <Grid gap="md">
                <Grid.Col span={{ base: 12, xs: 6 }}>
                  <NumberInput
                    label={t('products.form.initialStock')}
                    allowDecimal={false}
                    allowNegative={false}
                    max={1_000_000}
                    {...form.getInputProps('initialStock')}
                  />
                </Grid.Col>
                <Grid.Col span={{ base: 12, xs: 6 }}>
                  <NumberInput
                    label={t('products.form.threshold')}
                    placeholder="10"
                    allowDecimal={false}
                    allowNegative={false}
                    max={1_000_000}
                    {...form.getInputProps('lowStockThreshold')}
                  />
                </Grid.Col>
                <Grid.Col span={{ base: 12, xs: 6 }}>
                  <TextInput
                    label={t('products.sku')}
                    description={t('products.form.skuHint')}
                    inputWrapperOrder={['label', 'input', 'error', 'description']}
                    maxLength={64}
                    {...form.getInputProps('sku')}
                  />
                </Grid.Col>
                <Grid.Col span={{ base: 12, xs: 6 }}>
                  <CategoryField form={form} />
                </Grid.Col>
              </Grid>
              <KeywordsField form={form} />
              <Checkbox
                label={t('products.form.enrich')}
                {...form.getInputProps('enrich', { type: 'checkbox' })}
              />
              <Group justify="flex-end">
                <Button type="submit" loading={busy}>
                  {t('products.form.create')}
                </Button>
              </Group>
            </Stack>
          </form>
        </Card>
      )}
    </>
  );
}
