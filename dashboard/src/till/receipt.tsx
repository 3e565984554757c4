import { Button, Card, Group, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderSummaryFragment } from '../../../schema/operations/generated/graphql';
import { Icon } from '../components/icon';
import { useFormat } from '../format/use-format';
import { usePerson } from '../session/use-session';

interface ReceiptProps {
  readonly order: OrderSummaryFragment;
  readonly onNext?: () => void;
}

/** What was sold, as it is handed over: alone on the paper when it is printed. */
export function Receipt({ order, onNext }: ReceiptProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { tenant } = usePerson();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  const sale = order.kind === 'SALE';
  return (
    <Card component="section" aria-label={t('till.receipt')} className="receipt">
      <Group justify="space-between" className="no-print" mb="md">
        <div role="status">
          <Title order={2}>{t(sale ? 'till.sold' : 'till.ordered')}</Title>
        </div>
        <Icon name="check" size={22} />
      </Group>
      <Text fw={650}>{tenant.name}</Text>
      <Text size="sm" c="dimmed" mb="sm">
        {order.number != null && `${t('till.number', { number: order.number })} · `}
        {format.dateTime(order.createdAt)}
      </Text>
      <table className="receipt-lines">
        <tbody>
          {order.lines.map((line, index) => (
            <tr key={index}>
              <td>{line.quantity} ×</td>
              <td>{line.name}</td>
              <td className="number">{format.money(line.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={2} scope="row">
              {t('till.total')}
            </th>
            <td className="number">{format.money(order.total)}</td>
          </tr>
        </tfoot>
      </table>
      {order.customerName && <Text size="sm">{order.customerName}</Text>}
      <Text size="sm" c="dimmed" mt="sm">
        {t('till.thanks')}
      </Text>
      <Group grow mt="lg" className="no-print">
        <Button
          variant="default"
          leftSection={<Icon name="print" size={16} />}
          onClick={() => window.print()}
        >
          {t('till.print')}
        </Button>
        {onNext && (
          <Button ref={next} onClick={onNext}>
            {t(sale ? 'till.next' : 'till.nextBuy')}
          </Button>
        )}
      </Group>
    </Card>
  );
}
