import { useQuery } from '@apollo/client/react';
import { Button, Drawer, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CancelOrderDocument,
  ConfirmOrderDocument,
  OrderPageDocument,
  type OrderPageQuery,
} from '../../../schema/operations/generated/graphql';
import { useAction } from '../api/use-action';
import { FormDialog } from '../components/form-dialog';
import { Unavailable } from '../components/section';
import { OrderStatusTag } from '../components/tag';
import { useFormat } from '../format/use-format';
import { useMay } from '../session/use-session';
import { Receipt } from '../till/receipt';
import { orderName } from './order-words';

interface OrderDrawerProps {
  /** Undefined: closed. */
  readonly id: string | undefined;
  readonly onClose: () => void;
}

export function OrderDrawer({ id, onClose }: OrderDrawerProps): ReactNode {
  const { t } = useTranslation();
  const { data, error, loading, refetch } = useQuery(OrderPageDocument, {
    variables: { id: id ?? '' },
    skip: id === undefined,
  });
  const order = data?.order;
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      title={order ? t('orders.detail', { name: orderName(order, t) }) : t('orders.title')}
      closeButtonProps={{ 'aria-label': t('orders.close') }}
    >
      {order ? (
        <Detail key={order.id} order={order} />
      ) : loading ? (
        <Skeleton height={240} />
      ) : error ? (
        <Unavailable onRetry={refetch} />
      ) : (
        <Text c="dimmed">{t('orders.gone')}</Text>
      )}
    </Drawer>
  );
}

type OrderDetail = NonNullable<OrderPageQuery['order']>;

function Detail({ order }: { readonly order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="md">
      <Group gap="xs" className="no-print">
        <OrderStatusTag status={order.status} />
        <Text size="sm" c="dimmed">
          {t(`orders.kind.${order.kind}`)}
          {order.createdBy && ` · ${t('orders.by', { name: order.createdBy.name })}`}
        </Text>
      </Group>
      {order.status === 'PENDING' && order.expiresAt && (
        <Text size="sm" className="no-print">
          {t('orders.expires', { when: format.dateTime(order.expiresAt) })}
        </Text>
      )}
      {order.status === 'CANCELLED' && order.cancelReason && (
        <Text size="sm">{t('orders.cancelled', { reason: order.cancelReason })}</Text>
      )}
      <Receipt order={order} />
      <Transitions order={order} />
    </Stack>
  );
}

/** What can still become of the order. The API refuses what somebody else was faster with, and says why. */
function Transitions({ order }: { readonly order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [confirm, confirming] = useAction(ConfirmOrderDocument);
  const [cancel, cancelling] = useAction(CancelOrderDocument);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<string>();
  if (order.status !== 'PENDING' || !(may('orders:write') || may('orders:own'))) return null;

  const say = (message: string): void => void notifications.show({ color: 'bodega', message });
  const onConfirm = async (): Promise<void> => {
    const result = (await confirm({ id: order.id }))?.confirmOrder;
    if (result?.__typename === 'Order') say(t('orders.confirmed', { name: orderName(result, t) }));
    else if (result) setRefusal(result.message);
  };
  const onCancel = async (): Promise<void> => {
    const result = (await cancel({ id: order.id, reason: reason.trim() || null }))?.cancelOrder;
    if (!result) return;
    setAsking(false);
    if (result.__typename === 'Order') say(t('orders.wasCancelled'));
    else setRefusal(result.message);
  };
  return (
    <Stack gap="xs" className="no-print">
      {refusal !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {refusal}
        </Text>
      )}
      <Group grow>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('orders.cancel')}
        </Button>
        <Button loading={confirming} onClick={() => void onConfirm()}>
          {t('orders.confirm')}
        </Button>
      </Group>
      <FormDialog
        title={t('orders.cancelTitle')}
        submit={t('orders.cancel')}
        opened={asking}
        busy={cancelling}
        danger
        onClose={() => setAsking(false)}
        onSubmit={(event) => {
          event.preventDefault();
          void onCancel();
        }}
      >
        <Text size="sm">{t('orders.cancelHint')}</Text>
        <TextInput
          label={`${t('orders.reason')} (${t('shell.optional')})`}
          value={reason}
          maxLength={500}
          data-autofocus
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </FormDialog>
    </Stack>
  );
}
