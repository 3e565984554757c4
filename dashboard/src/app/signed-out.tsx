import { Button, Center, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes } from 'react-router';
import { EmptyState } from '../components/empty-state';
import { RegisterPage } from '../session/register.page';
import { SignInPage } from '../session/sign-in.page';
import { useSession, useSessionState } from '../session/use-session';

export function SignedOut(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const { status } = useSessionState();
  if (status === 'starting') {
    return (
      <Center h="100vh">
        <Loader aria-label={t('shell.loading')} />
      </Center>
    );
  }
  if (status === 'unreachable') {
    return (
      <main>
        <EmptyState
          icon="offline"
          title={t('session.unreachable')}
          hint={t('session.unreachableHint')}
          action={<Button onClick={() => void session.start()}>{t('shell.tryAgain')}</Button>}
        />
      </main>
    );
  }
  return (
    <Routes>
      <Route path="/register" element={<RegisterPage />} />
      <Route path="/sign-in" element={<Navigate to="/" replace />} />
      <Route path="*" element={<SignInPage />} />
    </Routes>
  );
}
