import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInDocument } from '../../../schema/operations/generated/graphql';
import { useShowProblem } from '../api/use-action';
import { SecondFactorForm } from './second-factor-form';
import type { OpenedSession } from './session';
import { throughDoor } from './session-door';

interface SignInFormProps {
  /** Of somebody who was signed in a moment ago. */
  readonly email?: string;
  readonly onSession: (session: OpenedSession) => void;
}

/** E-mail and password, then the second factor of those who have one. */
export function SignInForm({ email = '', onSession }: SignInFormProps): ReactNode {
  const { t } = useTranslation();
  const showProblem = useShowProblem();
  const [challenge, setChallenge] = useState<string>();
  const [state, setState] = useState<'idle' | 'asking' | 'wrong'>('idle');
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email, password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('shell.required') : null),
      password: (value) => (value === '' ? t('shell.required') : null),
    },
  });

  const signIn = async (input: { email: string; password: string }): Promise<void> => {
    setState('asking');
    try {
      const { login } = await throughDoor(SignInDocument, { input });
      if (login?.__typename === 'Session') return onSession(login);
      if (login?.__typename === 'MfaRequired') setChallenge(login.challenge);
      setState(login?.__typename === 'InvalidCredentials' ? 'wrong' : 'idle');
    } catch (error) {
      setState('idle');
      showProblem(error);
    }
  };

  if (challenge !== undefined) {
    return (
      <SecondFactorForm
        challenge={challenge}
        onSession={onSession}
        onGiveUp={() => {
          setChallenge(undefined);
          form.setFieldValue('password', '');
        }}
      />
    );
  }
  return (
    <form onSubmit={form.onSubmit((values) => void signIn(values))} noValidate>
      <Stack gap="md">
        {state === 'wrong' && (
          <Alert color="red" role="alert" variant="light" className="refusal">
            {t('session.wrong')}
          </Alert>
        )}
        <TextInput
          label={t('session.email')}
          type="email"
          autoComplete="username"
          autoFocus={email === ''}
          readOnly={email !== ''}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('session.password')}
          autoComplete="current-password"
          autoFocus={email !== ''}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={state === 'asking'} fullWidth>
          {t('session.signIn')}
        </Button>
      </Stack>
    </form>
  );
}
