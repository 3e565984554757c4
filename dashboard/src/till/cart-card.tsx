import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../components/section';
import { times, totals } from '../format/money';
import { useFormat } from '../format/use-format';
import { useMay } from '../session/use-session';
import type { Cart, CartChange } from './cart';
import { CartRow } from './cart-row';

interface CartCardProps {
  readonly cart: Cart;
  readonly change: (change: CartChange) => void;
  readonly customer: string;
  readonly onCustomer: (customer: string) => void;
  readonly onSell: () => void;
  readonly selling: boolean;
  readonly problem: string | undefined;
}

export function CartCard({
  cart,
  change,
  customer,
  onCustomer,
  onSell,
  selling,
  problem,
}: CartCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const sells = useMay()('orders:sell');
  const { lines, refusals } = cart;
  const sums = totals(lines.map(({ product, quantity }) => times(product.price, quantity)));
  return (
    <Section
      title={t(sells ? 'till.cart' : 'till.cartBuy')}
      padded={false}
      action={
        lines.length > 0 && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => change({ kind: 'clear' })}>
            {t('till.clear')}
          </Button>
        )
      }
    >
      {lines.length === 0 ? (
        <Text c="dimmed" size="sm" px="lg" pb="lg">
          {t('till.empty')}
        </Text>
      ) : (
        <ul className="rows" data-list="cart">
          {lines.map((line) => (
            <CartRow
              key={line.product.id}
              line={line}
              refusal={refusals.get(line.product.id)}
              change={change}
            />
          ))}
        </ul>
      )}
      <Stack gap="md" p="lg" pt="xs">
        {problem !== undefined && (
          <Alert color="red" role="alert" className="refusal">
            {problem}
          </Alert>
        )}
        {sells && (
          <TextInput
            label={`${t('till.customer')} (${t('shell.optional')})`}
            value={customer}
            maxLength={200}
            onChange={({ currentTarget }) => onCustomer(currentTarget.value)}
          />
        )}
        <Group justify="space-between" align="baseline">
          <Text c="dimmed">{t('till.total')}</Text>
          <div className="till-total" aria-live="polite">
            {sums.length === 0 ? '–' : sums.map((sum) => <div key={sum.currency}>{format.money(sum)}</div>)}
          </div>
        </Group>
        <Button size="lg" fullWidth loading={selling} disabled={lines.length === 0} onClick={onSell}>
          {t(sells ? 'till.sell' : 'till.buy')}
        </Button>
      </Stack>
    </Section>
  );
}
