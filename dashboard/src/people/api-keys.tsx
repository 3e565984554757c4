import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Skeleton, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiKeysDocument, RevokeApiKeyDocument } from '../../../schema/operations/generated/graphql';
import { useAction } from '../api/use-action';
import { EmptyState } from '../components/empty-state';
import { FormDialog } from '../components/form-dialog';
import { Icon } from '../components/icon';
import { Section } from '../components/section';
import { useFormat } from '../format/use-format';
import { NewKeyDialog } from './new-key-dialog';

export function ApiKeys(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApolloClient();
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<{ readonly id: string; readonly name: string }>();
  const [revoke, busy] = useAction(RevokeApiKeyDocument);
  const { data, error, loading, refetch } = useQuery(ApiKeysDocument);
  const keys = data?.apiKeys;

  const send = async (id: string): Promise<void> => {
    if (!(await revoke({ id }))) return;
    setRevoking(undefined);
    await api.refetchQueries({ include: [ApiKeysDocument] });
  };
  return (
    <Section
      title={t('people.keys')}
      unavailable={!keys && error !== undefined}
      onRetry={refetch}
      padded={false}
      action={
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="key" size={14} />}
          onClick={() => setCreating(true)}
        >
          {t('people.newKey')}
        </Button>
      }
    >
      {loading && !keys ? (
        <Skeleton height={80} m="lg" w="auto" />
      ) : keys?.length ? (
        <ul className="rows">
          {keys.map(({ id, name, prefix, scopes, lastUsedAt }) => (
            <li key={id} className="row">
              <span className="product-name order-what">
                <Text span size="sm" fw={550} truncate>
                  {name} <code>{prefix}…</code>
                </Text>
                <Text span size="xs" c="dimmed" truncate>
                  {lastUsedAt
                    ? t('people.lastUsed', { when: format.ago(lastUsedAt) })
                    : t('people.neverUsed')}{' '}
                  · {scopes.join(', ')}
                </Text>
              </span>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('people.revokeOf', { name })}
                onClick={() => setRevoking({ id, name })}
              >
                {t('people.revoke')}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState icon="key" title={t('people.noKeys')} hint={t('people.noKeysHint')} />
      )}
      <NewKeyDialog opened={creating} onClose={() => setCreating(false)} />
      <FormDialog
        title={t('people.revokeTitle')}
        submit={t('people.revoke')}
        opened={revoking !== undefined}
        busy={busy}
        danger
        onClose={() => setRevoking(undefined)}
        onSubmit={(event) => {
          event.preventDefault();
          if (revoking) void send(revoking.id);
        }}
      >
        <Text size="sm">{t('people.revokeHint', { name: revoking?.name ?? '' })}</Text>
      </FormDialog>
    </Section>
  );
}
