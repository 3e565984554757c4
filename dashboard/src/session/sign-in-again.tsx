import { Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInForm } from './sign-in-form';
import type { OpenedSession } from './session';
import { useSession, useSessionState } from './use-session';

/** Over the page as it is: a form that was half filled in is still there afterwards. */
export function SignInAgain(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const state = useSessionState();
  if (state.status !== 'expired') return null;
  const resume = (opened: OpenedSession): void => {
    session.accept(opened);
    // Somebody else's page must not be shown to this person.
    if (opened.user.id !== state.person.id) location.assign('/');
  };
  return (
    <Modal
      opened
      onClose={() => void session.signOut()}
      title={t('session.expiredTitle')}
      closeOnClickOutside={false}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t('session.expiredHint')}
      </Text>
      <SignInForm email={state.person.email} onSession={resume} />
    </Modal>
  );
}
