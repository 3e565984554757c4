import { useFragment } from '@apollo/client/react';
import { ActionIcon, Button, Group, NumberInput, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProductRowFragmentDoc } from '../../../schema/operations/generated/graphql';
import { Icon } from '../components/icon';
import { times } from '../format/money';
import { useFormat } from '../format/use-format';
import { MOST_UNITS, type CartChange, type CartLine, type Refusal } from './cart';

interface CartRowProps {
  readonly line: CartLine;
  readonly refusal: Refusal | undefined;
  readonly change: (change: CartChange) => void;
}

/** One line of the sale. What is left is said as soon as it is known to be too little, also when another till takes it. */
export function CartRow({ line: { product, quantity }, refusal, change }: CartRowProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useFragment({
    fragment: ProductRowFragmentDoc,
    fragmentName: 'ProductRow',
    from: { __typename: 'Product', id: product.id },
  });
  const known = data.stock?.available;
  const left = refusal ? refusal.left : known !== undefined && known < quantity ? known : undefined;
  const set = (next: number): void => change({ kind: 'set', productId: product.id, quantity: next });
  const { name } = product;
  return (
    <li className="cart-row" data-refused={left !== undefined || undefined}>
      <Group gap="xs" wrap="nowrap" justify="space-between" align="flex-start">
        <Text size="sm" fw={550} flex={1} miw={0}>
          {name}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('till.remove', { name })}
          onClick={() => change({ kind: 'remove', productId: product.id })}
        >
          <Icon name="close" size={16} />
        </ActionIcon>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          variant="default"
          aria-label={t('till.fewer', { name })}
          disabled={quantity <= 1}
          onClick={() => set(quantity - 1)}
        >
          <Icon name="minus" size={14} />
        </ActionIcon>
        <NumberInput
          w={76}
          size="xs"
          hideControls
          allowDecimal={false}
          allowNegative={false}
          min={1}
          max={MOST_UNITS}
          selectAllOnFocus
          aria-label={t('till.quantityOf', { name })}
          aria-invalid={left !== undefined}
          value={quantity}
          onChange={(value) => typeof value === 'number' && set(value)}
        />
        <ActionIcon variant="default" aria-label={t('till.more', { name })} onClick={() => set(quantity + 1)}>
          <Icon name="plus" size={14} />
        </ActionIcon>
        <Text size="xs" c="dimmed" className="number" flex={1}>
          × {format.money(product.price)}
        </Text>
        <Text size="sm" fw={650} className="number">
          {format.money(times(product.price, quantity))}
        </Text>
      </Group>
      {left !== undefined && (
        <Group gap="xs" role="alert" className="cart-refusal">
          <span>
            {left === null
              ? (refusal && 'message' in refusal && refusal.message) || t('till.goneLine')
              : left === 0
                ? t('till.noneLeft')
                : t('till.onlyLeft', { count: left })}
          </span>
          {left !== null && left > 0 && (
            <Button size="compact-xs" variant="default" onClick={() => set(left)}>
              {t('till.take', { count: left })}
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}
