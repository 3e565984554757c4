import { Anchor, Button, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmTotpDocument, EnrolTotpDocument } from '../../../schema/operations/generated/graphql';
import { useAction } from '../api/use-action';

interface EnrolDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type Step =
  | { readonly name: 'password' }
  | { readonly name: 'code'; readonly secret: string; readonly uri: string }
  | { readonly name: 'recovery'; readonly codes: readonly string[] };

/** Password, secret and first code, recovery codes. */
export function EnrolDialog({ opened, onClose, onDone }: EnrolDialogProps): ReactNode {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ name: 'password' });
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [enrol, enrolling] = useAction(EnrolTotpDocument);
  const [confirm, confirming] = useAction(ConfirmTotpDocument);

  const leave = (): void => {
    setStep({ name: 'password' });
    setTyped('');
    setWrong(undefined);
    onClose();
    if (step.name === 'recovery') onDone();
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (step.name === 'recovery') return leave();
    if (step.name === 'password') {
      const result = (await enrol({ password: typed }))?.enrolTotp;
      if (!result) return;
      if (result.__typename !== 'TotpEnrolment') {
        return setWrong(
          result.__typename === 'InvalidCredentials' ? t('settings.wrongPassword') : result.message,
        );
      }
      setStep({ name: 'code', secret: result.secret, uri: result.uri });
    } else {
      const result = (await confirm({ code: typed.trim() }))?.confirmTotp;
      if (!result) return;
      if (result.__typename !== 'RecoveryCodes') return setWrong(t('settings.wrongCode'));
      setStep({ name: 'recovery', codes: result.codes });
    }
    setTyped('');
    setWrong(undefined);
  };

  const field = {
    value: typed,
    error: wrong,
    'data-autofocus': true,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setTyped(currentTarget.value),
  };
  return (
    <Modal
      opened={opened}
      onClose={leave}
      title={t('settings.security')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack gap="md">
          {step.name === 'password' && (
            <PasswordInput label={t('settings.password')} autoComplete="current-password" {...field} />
          )}
          {step.name === 'code' && (
            <>
              <Text size="sm">{t('settings.scan')}</Text>
              <TextInput
                label={t('settings.secret')}
                readOnly
                value={step.secret}
                onFocus={({ currentTarget }) => currentTarget.select()}
              />
              <Anchor href={step.uri} size="sm">
                {t('settings.openApp')}
              </Anchor>
              <TextInput
                label={t('settings.code')}
                inputMode="numeric"
                autoComplete="one-time-code"
                {...field}
              />
            </>
          )}
          {step.name === 'recovery' && (
            <>
              <Text size="sm">{t('settings.codesHint')}</Text>
              <ul className="recovery-codes" aria-label={t('settings.codes')}>
                {step.codes.map((code) => (
                  <li key={code}>
                    <code>{code}</code>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Button
            type="submit"
            loading={enrolling || confirming}
            disabled={step.name !== 'recovery' && typed === ''}
          >
            {t(
              step.name === 'password'
                ? 'settings.next'
                : step.name === 'code'
                  ? 'settings.confirm'
                  : 'settings.codesKept',
            )}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
