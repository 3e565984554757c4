import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Group, Skeleton, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CreateLocationDocument, LocationsDocument } from '../../../schema/operations/generated/graphql';
import { useAction } from '../api/use-action';
import { Section } from '../components/section';
import { Tag } from '../components/tag';
import { useMay } from '../session/use-session';

export function Locations(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const api = useApolloClient();
  const [name, setName] = useState('');
  const [create, busy] = useAction(CreateLocationDocument);
  const { data, error, loading, refetch } = useQuery(LocationsDocument);
  const locations = data?.locations;
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '' || !(await create({ name }))) return;
    setName('');
    await api.refetchQueries({ include: [LocationsDocument] });
  };
  return (
    <Section
      title={t('settings.locations')}
      unavailable={!locations && error !== undefined}
      onRetry={refetch}
      padded={false}
    >
      {loading && !locations ? (
        <Skeleton height={60} m="lg" w="auto" />
      ) : (
        <ul className="rows">
          {locations?.map((location) => (
            <li key={location.id} className="row">
              <Text size="sm" flex={1}>
                {location.name}
              </Text>
              {location.isDefault && <Tag tone="neutral">{t('settings.default')}</Tag>}
            </li>
          ))}
        </ul>
      )}
      {may('inventory:write') && (
        <form onSubmit={(event) => void add(event)}>
          <Group px="lg" pb="lg" pt="xs" gap="xs" align="flex-end">
            <TextInput
              flex={1}
              label={t('settings.newLocation')}
              placeholder={t('settings.locationPlaceholder')}
              maxLength={200}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={busy} disabled={name.trim() === ''}>
              {t('settings.addLocation')}
            </Button>
          </Group>
        </form>
      )}
    </Section>
  );
}
