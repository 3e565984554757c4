import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import mark from '../app/icon.svg';

export function Brand({ size = 28 }: { readonly size?: number }): ReactNode {
  return (
    <Group gap="xs" wrap="nowrap">
      <img src={mark} width={size} height={size} alt="" />
      <Text fw={700} fz={size * 0.62} lh={1}>
        Bodega
      </Text>
    </Group>
  );
}
