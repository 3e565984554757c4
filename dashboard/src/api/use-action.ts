import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from './problem';

/** Shows what went wrong, in words; the page stays as it is. */
export function useShowProblem(): (error: unknown) => void {
  const { t } = useTranslation();
  return (error) => {
    const problem = problemOf(error);
    const message =
      problem.kind === 'rateLimited'
        ? t('shell.problems.rateLimited', { seconds: problem.seconds })
        : problem.kind === 'refused'
          ? t('shell.problems.refused', { message: problem.message })
          : problem.kind === 'unknown'
            ? t('shell.problems.unknown', { traceId: problem.traceId })
            : t(`shell.problems.${problem.kind}`);
    notifications.show({ id: problem.kind, color: 'red', title: t('shell.problems.title'), message });
  };
}

/**
 * A mutation as a button does it: resolves to its answer, refusals included, or to null after showing why there is none.
 * Nothing is repeated and nothing is queued.
 */
export function useAction<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
): [run: (variables: Variables) => Promise<Data | null>, running: boolean] {
  const api = useApolloClient();
  const [running, setRunning] = useState(false);
  const showProblem = useShowProblem();
  const run = async (variables: Variables): Promise<Data | null> => {
    setRunning(true);
    try {
      const { data } = await api.mutate({
        mutation: document,
        variables,
        errorPolicy: 'none',
      });
      return data ?? null;
    } catch (error) {
      showProblem(error);
      return null;
    } finally {
      setRunning(false);
    }
  };
  return [run, running];
}

/**
 * A key for what is being attempted: the same for the same input until it is done, so that trying again after a lost answer
 * cannot do it twice.
 */
export function useAttempt(): { keyFor(input: object): string; done(): void } {
  const attempt = useRef<{ input: string; key: string }>(undefined);
  return {
    keyFor(input) {
      const text = JSON.stringify(input);
      if (attempt.current?.input !== text) attempt.current = { input: text, key: randomKey() };
      return attempt.current.key;
    },
    done: () => (attempt.current = undefined),
  };
}

/** 128 random bits. Without `randomUUID`, which browsers keep for secure contexts. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
