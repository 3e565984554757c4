import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly hint?: string;
  readonly action?: ReactNode;
}

/** What stands where there is nothing yet: why, and what to do about it. */
export function EmptyState({ icon, title, hint, action }: EmptyStateProps): ReactNode {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <span className="empty-icon">
        <Icon name={icon} size={26} />
      </span>
      <Title order={2}>{title}</Title>
      {hint !== undefined && (
        <Text c="dimmed" size="sm" maw={420}>
          {hint}
        </Text>
      )}
      {action !== undefined && <div>{action}</div>}
    </Stack>
  );
}
