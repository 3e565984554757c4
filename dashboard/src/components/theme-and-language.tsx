import {
  ActionIcon,
  Group,
  NativeSelect,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, LANGUAGES } from '../i18n/i18n';
import { Icon } from './icon';

/** In its own words: whoever looks for a language reads that one. */
export const LANGUAGE_NAMES = { en: 'English', es: 'Español' } as const;

export function ThemeAndLanguage(): ReactNode {
  const { i18n } = useTranslation();
  return (
    <Group justify="center" gap="xs">
      <NativeSelect
        size="xs"
        aria-label="Language · Idioma"
        data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
        value={i18n.language}
        onChange={({ currentTarget }) => {
          const chosen = LANGUAGES.find((language) => language === currentTarget.value);
          if (chosen) chooseLanguage(chosen);
        }}
      />
      <ThemeToggle />
    </Group>
  );
}

export function ThemeToggle(): ReactNode {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const other = useComputedColorScheme('light') === 'light' ? 'dark' : 'light';
  return (
    <Tooltip label={t(`shell.${other}`)}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t(`shell.${other}`)}
        onClick={() => setColorScheme(other)}
      >
        <Icon name={other === 'dark' ? 'moon' : 'sun'} />
      </ActionIcon>
    </Tooltip>
  );
}
