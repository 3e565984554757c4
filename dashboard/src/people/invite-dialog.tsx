import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  InvitePersonDocument,
  PeopleDocument,
  type CreateUserInput,
} from '../../../schema/operations/generated/graphql';
import { useApolloClient } from '@apollo/client/react';
import { fieldErrors } from '../api/field-errors';
import { useAction } from '../api/use-action';
import { FormDialog } from '../components/form-dialog';
import { ROLES } from './roles';

interface InviteDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function InviteDialog({ opened, onClose }: InviteDialogProps): ReactNode {
  const { t } = useTranslation();
  const api = useApolloClient();
  const [invite, busy] = useAction(InvitePersonDocument);
  const required = (value: string): string | null => (value.trim() === '' ? t('shell.required') : null);
  const form = useForm<CreateUserInput>({
    initialValues: { name: '', email: '', role: 'SELLER', password: '' },
    validate: { name: required, email: required, password: required },
  });
  const send = async (input: CreateUserInput): Promise<void> => {
    const result = (await invite({ input }))?.createUser;
    if (!result) return;
    if (result.__typename === 'EmailTaken') return form.setFieldError('email', t('people.emailTaken'));
    if (result.__typename === 'ValidationError') return form.setErrors(fieldErrors(result.fields));
    form.reset();
    onClose();
    await api.refetchQueries({ include: [PeopleDocument] });
  };
  return (
    <FormDialog
      title={t('people.inviteTitle')}
      submit={t('people.add')}
      opened={opened}
      busy={busy}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => void send(values))}
    >
      <TextInput label={t('people.name')} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
      <TextInput label={t('people.email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
      <NativeSelect
        label={t('people.role')}
        data={ROLES.map((role) => ({ value: role, label: t(`people.roles.${role}`) }))}
        {...form.getInputProps('role')}
      />
      <PasswordInput
        label={t('people.password')}
        description={t('people.passwordHint')}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
    </FormDialog>
  );
}
