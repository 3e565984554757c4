import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { OpenBusinessDocument, type RegisterInput } from '../../../schema/operations/generated/graphql';
import { fieldErrors } from '../api/field-errors';
import { useShowProblem } from '../api/use-action';
import { throughDoor } from './session-door';
import { SignInFrame } from './sign-in-frame';
import { useSession } from './use-session';

export function RegisterPage(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const showProblem = useShowProblem();
  const [asking, setAsking] = useState(false);
  const required = (value: string): string | null => (value.trim() === '' ? t('shell.required') : null);
  const form = useForm<RegisterInput>({
    mode: 'uncontrolled',
    initialValues: { businessName: '', name: '', email: '', password: '' },
    validate: { businessName: required, name: required, email: required, password: required },
  });

  const open = async (input: RegisterInput): Promise<void> => {
    setAsking(true);
    try {
      const { register } = await throughDoor(OpenBusinessDocument, { input });
      if (register?.__typename === 'Session') {
        await navigate('/', { replace: true });
        return session.accept(register);
      }
      if (register?.__typename === 'EmailTaken') form.setFieldError('email', t('session.emailTaken'));
      if (register?.__typename === 'ValidationError') form.setErrors(fieldErrors(register.fields));
    } catch (error) {
      showProblem(error);
    } finally {
      setAsking(false);
    }
  };

  const field = (name: keyof RegisterInput) => ({ key: form.key(name), ...form.getInputProps(name) });
  return (
    <SignInFrame title={t('session.registerTitle')} subtitle={t('session.registerSubtitle')}>
      <form onSubmit={form.onSubmit((values) => void open(values))} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('session.businessName')}
            autoComplete="organization"
            autoFocus
            {...field('businessName')}
          />
          <TextInput label={t('session.yourName')} autoComplete="name" {...field('name')} />
          <TextInput label={t('session.email')} type="email" autoComplete="username" {...field('email')} />
          <PasswordInput
            label={t('session.password')}
            description={t('session.passwordHint')}
            autoComplete="new-password"
            {...field('password')}
          />
          <Button type="submit" loading={asking} fullWidth>
            {t('session.open')}
          </Button>
        </Stack>
      </form>
      <Text size="sm" ta="center" mt="lg">
        {t('session.haveAccount')}{' '}
        <Anchor component={Link} to="/" underline="always">
          {t('session.signIn')}
        </Anchor>
      </Text>
    </SignInFrame>
  );
}
