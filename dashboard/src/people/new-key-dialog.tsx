import { useApolloClient } from '@apollo/client/react';
import {
  Button,
  Checkbox,
  CopyButton,
  Group,
  Modal,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiKeysDocument, CreateApiKeyDocument } from '../../../schema/operations/generated/graphql';
import { fieldErrors } from '../api/field-errors';
import { useAction } from '../api/use-action';
import { FormDialog } from '../components/form-dialog';
import { useSessionState } from '../session/use-session';

interface NewKeyDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A key for a program. It may do no more than whoever makes it. */
export function NewKeyDialog({ opened, onClose }: NewKeyDialogProps): ReactNode {
  const { t } = useTranslation();
  const api = useApolloClient();
  const session = useSessionState();
  const own = 'scopes' in session ? [...session.scopes].sort() : [];
  const [secret, setSecret] = useState<string>();
  const [create, busy] = useAction(CreateApiKeyDocument);
  const form = useForm<{ name: string; scopes: string[] }>({
    initialValues: { name: '', scopes: ['products:read'] },
    validate: {
      name: (value) => (value.trim() === '' ? t('shell.required') : null),
      scopes: (value) => (value.length === 0 ? t('shell.required') : null),
    },
  });
  const send = async (input: { name: string; scopes: string[] }): Promise<void> => {
    const result = (await create({ input }))?.createApiKey;
    if (!result) return;
    if (result.__typename === 'ValidationError') return form.setErrors(fieldErrors(result.fields));
    form.reset();
    setSecret(result.secret);
    onClose();
    await api.refetchQueries({ include: [ApiKeysDocument] });
  };
  return (
    <>
      <FormDialog
        title={t('people.newKeyTitle')}
        submit={t('people.createKey')}
        opened={opened}
        busy={busy}
        onClose={onClose}
        onSubmit={form.onSubmit((values) => void send(values))}
      >
        <TextInput
          label={t('people.name')}
          description={t('people.keyNameHint')}
          data-autofocus
          maxLength={200}
          {...form.getInputProps('name')}
        />
        <Checkbox.Group label={t('people.scopes')} {...form.getInputProps('scopes')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
            {own.map((scope) => (
              <Checkbox key={scope} value={scope} label={scope} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      </FormDialog>
      <Modal
        opened={secret !== undefined}
        onClose={() => setSecret(undefined)}
        title={t('people.secretTitle')}
        closeButtonProps={{ 'aria-label': t('shell.close') }}
      >
        <Stack gap="md">
          <Text size="sm">{t('people.secretHint')}</Text>
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <TextInput
              label={t('people.secret')}
              readOnly
              flex={1}
              value={secret ?? ''}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
            <CopyButton value={secret ?? ''}>
              {({ copied, copy }) => (
                <Button onClick={copy}>{t(copied ? 'shell.copied' : 'shell.copy')}</Button>
              )}
            </CopyButton>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
