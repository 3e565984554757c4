import { Button, Card, Group, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SectionProps {
  readonly title: string;
  readonly action?: ReactNode;
  /** The part of the system behind it does not answer. */
  readonly unavailable?: boolean;
  readonly onRetry?: () => unknown;
  readonly padded?: boolean;
  readonly children: ReactNode;
}

/** One card of a page. What cannot be had now is greyed, with a way to try again; the cards around it go on. */
export function Section({
  title,
  action,
  unavailable = false,
  onRetry,
  padded = true,
  children,
}: SectionProps): ReactNode {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} padding={0}>
      <Group justify="space-between" px="lg" pt="md" pb="xs" wrap="nowrap">
        <Title order={2} id={id}>
          {title}
        </Title>
        {action}
      </Group>
      <div className={padded ? 'section-body' : undefined}>
        {unavailable ? <Unavailable onRetry={onRetry} /> : children}
      </div>
    </Card>
  );
}

export function Unavailable({ onRetry }: { readonly onRetry?: (() => unknown) | undefined }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="unavailable" role="status">
      <Text fw={600} size="sm">
        {t('shell.unavailable')}
      </Text>
      <Text size="sm" mb="xs">
        {t('shell.unavailableHint')}
      </Text>
      {onRetry && (
        <Button size="xs" variant="default" onClick={() => void onRetry()}>
          {t('shell.tryAgain')}
        </Button>
      )}
    </div>
  );
}
