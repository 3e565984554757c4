import { PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DisableTotpDocument } from '../../../schema/operations/generated/graphql';
import { useAction } from '../api/use-action';
import { FormDialog } from '../components/form-dialog';

interface TurnOffDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function TurnOffDialog({ opened, onClose, onDone }: TurnOffDialogProps): ReactNode {
  const { t } = useTranslation();
  const [turnOff, busy] = useAction(DisableTotpDocument);
  const form = useForm({ initialValues: { password: '', code: '' } });
  const send = async (values: { password: string; code: string }): Promise<void> => {
    const result = (await turnOff(values))?.disableTotp;
    if (!result) return;
    if (result.__typename === 'InvalidCredentials')
      return form.setFieldError('password', t('settings.wrongPassword'));
    if (result.__typename === 'InvalidCode') return form.setFieldError('code', t('settings.wrongCode'));
    form.reset();
    onClose();
    onDone();
  };
  return (
    <FormDialog
      title={t('settings.turnOff')}
      submit={t('settings.turnOff')}
      opened={opened}
      busy={busy}
      danger
      onClose={onClose}
      onSubmit={form.onSubmit((values) => void send(values))}
    >
      <PasswordInput
        label={t('settings.password')}
        autoComplete="current-password"
        data-autofocus
        {...form.getInputProps('password')}
      />
      <TextInput label={t('settings.code')} autoComplete="one-time-code" {...form.getInputProps('code')} />
    </FormDialog>
  );
}
