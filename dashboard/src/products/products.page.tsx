import { useQuery } from '@apollo/client/react';
import { Button, CloseButton, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import {
  CategoriesDocument,
  type ProductSort,
  type StockLevel,
} from '../../../schema/operations/generated/graphql';
import { EmptyState } from '../components/empty-state';
import { Icon } from '../components/icon';
import { PageHeader } from '../components/page-header';
import { Unavailable } from '../components/section';
import { useMay } from '../session/use-session';
import { ProductRows } from './product-rows';
import { useProductList } from './use-product-list';

const TYPING_MILLIS = 180;
const LEVELS = ['LOW', 'OUT'] as const satisfies readonly StockLevel[];
const SORTS = ['NEWEST', 'NAME', 'PRICE_ASC', 'PRICE_DESC'] as const satisfies readonly ProductSort[];

/** The catalogue. What is looked for stands in the address, so that it can be gone back to and passed on. */
export default function ProductsPage(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const [search] = useDebouncedValue(typed, TYPING_MILLIS);
  const { data: known } = useQuery(CategoriesDocument, { fetchPolicy: 'cache-and-network' });
  const level = LEVELS.find((name) => name === params.get('level')) ?? null;
  const sort = SORTS.find((name) => name === params.get('sort')) ?? 'NEWEST';
  const categoryId = params.get('category');
  const list = useProductList({ search, categoryId, level, sort });

  const set = (name: string, value: string): void =>
    setParams(
      (before) => {
        if (value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  useEffect(() => {
    if (search !== (params.get('q') ?? '')) set('q', search);
  });

  const filtered = search.trim() !== '' || categoryId !== null || level !== null;
  const create = may('products:write') && (
    <Button component={Link} to="/products/new" leftSection={<Icon name="plus" size={16} />}>
      {t('products.new')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('products.title')}
        subtitle={list.total === undefined ? ' ' : t('products.count', { count: list.total })}
      >
        {create}
      </PageHeader>
      <Group mb="md" gap="xs" className="filters">
        <TextInput
          type="search"
          flex={1}
          miw={220}
          aria-label={t('products.search')}
          placeholder={t('products.search')}
          leftSection={<Icon name="search" size={16} />}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          rightSection={
            typed !== '' && (
              <CloseButton size="sm" aria-label={t('shell.close')} onClick={() => setTyped('')} />
            )
          }
        />
        <NativeSelect
          aria-label={t('products.category')}
          value={categoryId ?? ''}
          onChange={({ currentTarget }) => set('category', currentTarget.value)}
          data={[
            { value: '', label: t('products.allCategories') },
            ...(known?.categories ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {may('inventory:read') && (
          <NativeSelect
            aria-label={t('products.levelFilter')}
            value={level ?? ''}
            onChange={({ currentTarget }) => set('level', currentTarget.value)}
            data={[
              { value: '', label: t('products.allLevels') },
              ...LEVELS.map((name) => ({ value: name, label: t(`products.level.${name}`) })),
            ]}
          />
        )}
        <NativeSelect
          aria-label={t('products.sort')}
          value={sort}
          disabled={level !== null || search.trim() !== ''}
          onChange={({ currentTarget }) => set('sort', currentTarget.value)}
          data={SORTS.map((name) => ({ value: name, label: t(`products.sorts.${name}`) }))}
        />
      </Group>
      {list.lines === undefined && list.error !== undefined ? (
        <Unavailable onRetry={list.refetch} />
      ) : list.lines?.length === 0 && !list.hasMore ? (
        filtered ? (
          <EmptyState
            icon="search"
            title={t('products.nothingFound')}
            hint={t('products.nothingFoundHint')}
          />
        ) : (
          <EmptyState
            icon="products"
            title={t('products.noneTitle')}
            hint={t('products.noneHint')}
            action={create}
          />
        )
      ) : (
        <ProductRows list={list} />
      )}
    </>
  );
}
