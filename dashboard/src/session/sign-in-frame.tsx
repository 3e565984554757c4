import { Card, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Brand } from '../components/brand';
import { ThemeAndLanguage } from '../components/theme-and-language';

interface SignInFrameProps {
  readonly title: string;
  readonly subtitle: string;
  readonly children: ReactNode;
}

/** The one card of whoever is not signed in. */
export function SignInFrame({ title, subtitle, children }: SignInFrameProps): ReactNode {
  return (
    <main className="sign-in">
      <Stack gap="lg" w="100%" maw={400}>
        <Brand size={36} />
        <Card shadow="sm" padding="xl">
          <Stack gap={4} mb="lg">
            <Title order={1}>{title}</Title>
            <Text c="dimmed" size="sm">
              {subtitle}
            </Text>
          </Stack>
          {children}
        </Card>
        <ThemeAndLanguage />
      </Stack>
    </main>
  );
}
