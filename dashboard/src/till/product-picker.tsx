import { useApolloClient } from '@apollo/client/react';
import { Card, Skeleton, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ShopperProductsDocument } from '../../../schema/operations/generated/graphql';
import { useShowProblem } from '../api/use-action';
import { Icon } from '../components/icon';
import { Unavailable } from '../components/section';
import { LevelTag } from '../components/tag';
import { useFormat } from '../format/use-format';
import { useProductList, type ProductLine } from '../products/use-product-list';
import type { CartProduct } from './cart';

interface ProductPickerProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onPick: (product: CartProduct) => void;
}

const TYPING_MILLIS = 120;
const SHOWN = 10;
/** On a telephone the sale itself must not be far below. */
const SHOWN_NARROW = 5;

/**
 * Looks for products while one types. Enter takes the product whose SKU was typed or scanned, else the one that is marked; the
 * arrows move the mark.
 */
export function ProductPicker({ input, onPick }: ProductPickerProps): ReactNode {
  const { t } = useTranslation();
  const api = useApolloClient();
  const showProblem = useShowProblem();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, TYPING_MILLIS);
  const [marked, setMarked] = useState(0);
  const [missing, setMissing] = useState<string>();
  const list = useProductList({ search, categoryId: null, level: null, sort: 'NEWEST' });
  // The next code that is scanned takes the place of the one that nobody knows.
  useEffect(() => {
    if (missing !== undefined) input.current?.select();
  }, [missing, input]);
  const narrow = useMediaQuery('(max-width: 61.99em)') ?? false;
  const lines = list.lines?.slice(0, narrow ? SHOWN_NARROW : SHOWN);

  const pick = (product: CartProduct): void => {
    onPick(product);
    setTyped('');
    setMarked(0);
    setMissing(undefined);
  };
  const enter = async (): Promise<void> => {
    const sku = typed.trim();
    const shown = lines?.[marked];
    // What is shown may still be of the letters before.
    const isCurrent = search === typed && !list.stale;
    if (sku === '') return shown && pick(shown);
    if (shown && isCurrent && shown.sku.toLowerCase() === sku.toLowerCase()) return pick(shown);
    // A scanner is faster than a list: the next code may come while this one is looked for.
    setTyped('');
    try {
      const { data } = await api.query({
        query: ShopperProductsDocument,
        // Scanners and people write letters as they like.
        variables: { first: 1, filter: { skus: [...new Set([sku, sku.toUpperCase()])] } },
        fetchPolicy: 'network-only',
      });
      const found = data?.products?.nodes[0] ?? (isCurrent ? shown : undefined);
      if (found) return pick(found);
      setMissing(sku);
      setTyped(sku);
    } catch (error) {
      setTyped(sku);
      showProblem(error);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = (lines?.length ?? 1) - 1;
    if (event.key === 'ArrowDown') setMarked((index) => Math.min(index + 1, last));
    else if (event.key === 'ArrowUp') setMarked((index) => Math.max(index - 1, 0));
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) void enter();
    else return;
    event.preventDefault();
  };

  return (
    <Card padding={0}>
      <div className="picker-search">
        <TextInput
          ref={input}
          size="md"
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={lines?.[marked] ? `${id}-${marked}` : undefined}
          aria-label={t('till.search')}
          placeholder={t('till.search')}
          leftSection={<Icon name="search" />}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setMarked(0);
            setMissing(undefined);
          }}
          onKeyDown={onKeyDown}
          error={missing !== undefined && t('till.notFound', { sku: missing })}
        />
      </div>
      {list.lines === undefined && list.error !== undefined ? (
        <Unavailable onRetry={list.refetch} />
      ) : (
        <div
          role="listbox"
          id={`${id}-list`}
          aria-label={t('till.results')}
          className="picker"
          data-stale={list.stale || undefined}
        >
          {lines === undefined
            ? Array.from({ length: SHOWN }, (_, index) => (
                <Skeleton key={index} height={40} m="sm" w="auto" />
              ))
            : lines.map((line, index) => (
                <Option
                  key={line.id}
                  id={`${id}-${index}`}
                  line={line}
                  marked={index === marked}
                  onPick={() => {
                    pick(line);
                    input.current?.focus();
                  }}
                />
              ))}
        </div>
      )}
      {lines?.length === 0 && (
        <Text c="dimmed" size="sm" ta="center" pb="lg" role="status">
          {t('till.nothing')}
        </Text>
      )}
    </Card>
  );
}

interface OptionProps {
  readonly id: string;
  readonly line: ProductLine;
  readonly marked: boolean;
  readonly onPick: () => void;
}

function Option({ id, line, marked, onPick }: OptionProps): ReactNode {
  const format = useFormat();
  return (
    // The keyboard is in the search field all the while, which moves the mark.
    <div role="option" id={id} aria-selected={marked} className="picker-option" onClick={onPick}>
      <span className="product-name">
        <Text span size="sm" fw={550} truncate>
          {line.name}
        </Text>
        <Text span size="xs" c="dimmed" truncate>
          {line.sku}
        </Text>
      </span>
      {line.level &&
        (line.level === 'OK' ? (
          line.available !== null && (
            <Text span size="xs" c="dimmed">
              {format.number(line.available)}
            </Text>
          )
        ) : (
          <LevelTag level={line.level} />
        ))}
      <span className="number product-price">{format.money(line.price)}</span>
    </div>
  );
}
