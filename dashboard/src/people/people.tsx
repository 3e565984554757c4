import { useQuery } from '@apollo/client/react';
import { Button, Group, NativeSelect, Skeleton, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ChangeRoleDocument,
  DisablePersonDocument,
  EnablePersonDocument,
  PeopleDocument,
  type PersonFragment,
} from '../../../schema/operations/generated/graphql';
import { useAction } from '../api/use-action';
import { Icon } from '../components/icon';
import { Section } from '../components/section';
import { Tag } from '../components/tag';
import { useMay, usePerson } from '../session/use-session';
import { InviteDialog } from './invite-dialog';
import { ROLES } from './roles';

export function People(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [inviting, setInviting] = useState(false);
  const { data, error, loading, refetch } = useQuery(PeopleDocument);
  const people = data?.users;
  return (
    <Section
      title={t('people.people')}
      unavailable={!people && error !== undefined}
      onRetry={refetch}
      padded={false}
      action={
        may('users:write') && (
          <Button size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => setInviting(true)}>
            {t('people.invite')}
          </Button>
        )
      }
    >
      {loading && !people ? (
        <Skeleton height={120} m="lg" w="auto" />
      ) : (
        <ul className="rows">
          {people?.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
    </Section>
  );
}

function PersonRow({ person }: { readonly person: PersonFragment }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const me = usePerson();
  const [changeRole, changing] = useAction(ChangeRoleDocument);
  const [disable, disabling] = useAction(DisablePersonDocument);
  const [enable, enabling] = useAction(EnablePersonDocument);
  const { id, name } = person;
  const isMe = id === me.id;
  const manages = may('users:write') && !isMe && (person.role !== 'OWNER' || me.role === 'OWNER');

  const refused = (result: { readonly message?: string } | null | undefined): void => {
    if (result?.message !== undefined)
      notifications.show({ color: 'red', title: name, message: result.message });
  };
  return (
    <li className="row person-row">
      <span className="product-name order-what">
        <Text span size="sm" fw={550} truncate>
          {name}{' '}
          {isMe && (
            <Text span size="xs" c="dimmed">
              ({t('people.you')})
            </Text>
          )}
        </Text>
        <Text span size="xs" c="dimmed" truncate>
          {person.email}
        </Text>
      </span>
      <Group gap="xs" justify="flex-end">
        {person.totpEnabled && <Tag tone="ok">{t('people.secondFactor')}</Tag>}
        {person.disabledAt && <Tag tone="out">{t('people.disabled')}</Tag>}
        {manages ? (
          <NativeSelect
            size="xs"
            aria-label={t('people.roleOf', { name })}
            value={person.role}
            disabled={changing}
            onChange={({ currentTarget }) => {
              const role = ROLES.find((one) => one === currentTarget.value);
              if (role)
                void changeRole({ userId: id, role }).then((answer) =>
                  refused(answer?.changeRole?.__typename === 'User' ? null : answer?.changeRole),
                );
            }}
            data={ROLES.map((role) => ({ value: role, label: t(`people.roles.${role}`) }))}
          />
        ) : (
          <Tag tone="neutral">{t(`people.roles.${person.role}`)}</Tag>
        )}
        {manages &&
          (person.disabledAt ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={enabling}
              aria-label={t('people.enableOf', { name })}
              onClick={() => void enable({ userId: id })}
            >
              {t('people.enable')}
            </Button>
          ) : (
            <Button
              size="compact-sm"
              variant="default"
              loading={disabling}
              aria-label={t('people.disableOf', { name })}
              onClick={() =>
                void disable({ userId: id }).then((answer) =>
                  refused(answer?.disableUser?.__typename === 'User' ? null : answer?.disableUser),
                )
              }
            >
              {t('people.disable')}
            </Button>
          ))}
      </Group>
    </li>
  );
}
