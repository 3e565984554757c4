import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../components/section';
import { usePerson, useSession } from '../session/use-session';
import { EnrolDialog } from './enrol-dialog';
import { TurnOffDialog } from './turn-off-dialog';

/** One's own second factor. */
export function SecondFactor(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const { totpEnabled } = usePerson();
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  return (
    <Section title={t('settings.security')}>
      <Text size="sm" mb="md">
        {t(totpEnabled ? 'settings.securityOn' : 'settings.securityOff')}
      </Text>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t(totpEnabled ? 'settings.turnOff' : 'settings.enrol')}
      </Button>
      {totpEnabled ? (
        <TurnOffDialog opened={opened} onClose={close} onDone={() => void session.renew()} />
      ) : (
        <EnrolDialog opened={opened} onClose={close} onDone={() => void session.renew()} />
      )}
    </Section>
  );
}
