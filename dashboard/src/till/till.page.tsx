import { Grid, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useReducer, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderSummaryFragment } from '../../../schema/operations/generated/graphql';
import { PageHeader } from '../components/page-header';
import { useMay } from '../session/use-session';
import { changeCart, EMPTY_CART } from './cart';
import { CartCard } from './cart-card';
import { ProductPicker } from './product-picker';
import { Receipt } from './receipt';
import { useSale } from './use-sale';

/** The till: choose, choose how many, sell. Everything can be done without a mouse. */
export default function TillPage(): ReactNode {
  const { t } = useTranslation();
  const sells = useMay()('orders:sell');
  const search = useRef<HTMLInputElement>(null);
  const [cart, change] = useReducer(changeCart, EMPTY_CART);
  const [customer, setCustomer] = useState('');
  const [order, setOrder] = useState<OrderSummaryFragment>();
  const sale = useSale(change, (placed) => {
    setOrder(placed);
    setCustomer('');
    change({ kind: 'clear' });
  });
  const sell = (): void => void sale.place(cart, customer);
  const next = (): void => {
    setOrder(undefined);
    search.current?.focus();
  };
  useHotkeys(
    [
      ['F2', () => search.current?.focus()],
      ['mod+Enter', sell],
    ],
    [],
  );
  return (
    <>
      <PageHeader
        title={t(sells ? 'till.title' : 'till.titleBuy')}
        subtitle={
          <Text span size="sm" visibleFrom="sm">
            {t('till.hint')}
          </Text>
        }
      />
      <Grid gap="md" className="till">
        <Grid.Col span={{ base: 12, md: 7 }} className="no-print">
          <ProductPicker
            input={search}
            onPick={(product) => {
              setOrder(undefined);
              change({ kind: 'add', product });
            }}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          {order ? (
            <Receipt order={order} onNext={next} />
          ) : (
            <CartCard
              cart={cart}
              change={change}
              customer={customer}
              onCustomer={setCustomer}
              onSell={sell}
              selling={sale.placing}
              problem={sale.problem}
            />
          )}
        </Grid.Col>
      </Grid>
    </>
  );
}
