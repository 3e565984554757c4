import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SignInForm } from './sign-in-form';
import { SignInFrame } from './sign-in-frame';
import { useSession } from './use-session';

export function SignInPage(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <SignInFrame title={t('session.title')} subtitle={t('session.subtitle')}>
      <SignInForm onSession={(opened) => session.accept(opened)} />
      <Text size="sm" ta="center" mt="lg">
        {t('session.noAccount')}{' '}
        <Anchor component={Link} to="/register" underline="always">
          {t('session.register')}
        </Anchor>
      </Text>
    </SignInFrame>
  );
}
