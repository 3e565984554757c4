import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProveSecondFactorDocument } from '../../../schema/operations/generated/graphql';
import { useShowProblem } from '../api/use-action';
import type { OpenedSession } from './session';
import { throughDoor } from './session-door';

interface SecondFactorFormProps {
  readonly challenge: string;
  readonly onSession: (session: OpenedSession) => void;
  readonly onGiveUp: () => void;
}

export function SecondFactorForm({ challenge, onSession, onGiveUp }: SecondFactorFormProps): ReactNode {
  const { t } = useTranslation();
  const showProblem = useShowProblem();
  const [code, setCode] = useState('');
  const [state, setState] = useState<'idle' | 'asking' | 'wrong'>('idle');

  const prove = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setState('asking');
    try {
      const { verifyTotp } = await throughDoor(ProveSecondFactorDocument, { challenge, code: code.trim() });
      if (verifyTotp?.__typename === 'Session') return onSession(verifyTotp);
      setState('wrong');
    } catch (error) {
      setState('idle');
      showProblem(error);
    }
  };

  return (
    <form onSubmit={(event) => void prove(event)} noValidate>
      <Stack gap="md">
        <Text size="sm">{t('session.codeHint')}</Text>
        <TextInput
          label={t('session.code')}
          autoComplete="one-time-code"
          autoFocus
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          error={state === 'wrong' && t('session.wrongCode')}
        />
        <Group grow>
          <Button variant="default" onClick={onGiveUp}>
            {t('session.startAgain')}
          </Button>
          <Button type="submit" loading={state === 'asking'} disabled={code.trim() === ''}>
            {t('session.verify')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
