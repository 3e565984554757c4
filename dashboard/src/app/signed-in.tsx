import type { ApolloClient } from '@apollo/client';
import type { Client as SocketClient } from 'graphql-ws';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Route, Routes, useLocation } from 'react-router';
import { Button } from '@mantine/core';
import { Live } from '../api/live';
import { EmptyState } from '../components/empty-state';
import { PageSkeleton } from '../components/page-skeleton';
import { SignInAgain } from '../session/sign-in-again';
import { useMay } from '../session/use-session';
import { ErrorBoundary } from './error-boundary';
import { allows, NAVIGATION, ROUTES, type PageRoute } from './pages';
import { Shell } from './shell';

interface SignedInProps {
  readonly api: ApolloClient;
  readonly socket: SocketClient;
}

export function SignedIn({ api, socket }: SignedInProps): ReactNode {
  return (
    <Live api={api} socket={socket}>
      <Shell>
        <Pages />
      </Shell>
      <SignInAgain />
    </Live>
  );
}

function Pages(): ReactNode {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary key={pathname}>
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          {ROUTES.map((route) => (
            <Route key={route.path} path={route.path} element={<Guarded route={route} />} />
          ))}
          <Route path="/register" element={<Navigate to="/" replace />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}

/** The API is what forbids; a page that could show nothing is not even opened. */
function Guarded({ route }: { readonly route: PageRoute }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  if (allows(route.scopes, may)) return <route.page />;
  const first = NAVIGATION.find(({ scopes }) => allows(scopes, may));
  if (route.path === '/' && first) return <Navigate to={first.path} replace />;
  return <EmptyState icon="key" title={t('shell.notAllowed')} hint={t('shell.notAllowedHint')} />;
}

function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon="search"
      title={t('shell.notFound')}
      hint={t('shell.notFoundHint')}
      action={
        <Button component={Link} to="/">
          {t('shell.toOverview')}
        </Button>
      }
    />
  );
}
