import { Group, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly children?: ReactNode;
}

/** The page's name, which the window carries too, and what can be done on it. */
export function PageHeader({ title, subtitle, children }: PageHeaderProps): ReactNode {
  useEffect(() => {
    document.title = `${title} · Bodega`;
  }, [title]);
  return (
    <Group justify="space-between" align="flex-end" mb="lg" gap="sm" className="no-print">
      <div>
        <Title order={1}>{title}</Title>
        {subtitle !== undefined && (
          <Text component="div" size="sm" c="dimmed">
            {subtitle}
          </Text>
        )}
      </div>
      <Group gap="xs">{children}</Group>
    </Group>
  );
}
