import {
  Group,
  NativeSelect,
  SegmentedControl,
  SimpleGrid,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../components/page-header';
import { Section } from '../components/section';
import { LANGUAGE_NAMES } from '../components/theme-and-language';
import { chooseLanguage, LANGUAGES } from '../i18n/i18n';
import { useMay } from '../session/use-session';
import { Locations } from './locations';
import { SecondFactor } from './second-factor';

const SCHEMES = ['light', 'dark', 'auto'] as const;

export default function SettingsPage(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Look />
        <SecondFactor />
        {may('inventory:read') && <Locations />}
      </SimpleGrid>
    </>
  );
}

function Look(): ReactNode {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title={t('settings.look')}>
      <NativeSelect
        label={t('settings.language')}
        mb="md"
        value={i18n.language}
        data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
        onChange={({ currentTarget }) => {
          const chosen = LANGUAGES.find((language) => language === currentTarget.value);
          if (chosen) chooseLanguage(chosen);
        }}
      />
      <Group justify="space-between">
        <Text size="sm" fw={500} id="theme-label">
          {t('settings.theme')}
        </Text>
        <SegmentedControl
          aria-labelledby="theme-label"
          value={colorScheme}
          data={SCHEMES.map((scheme) => ({ value: scheme, label: t(`settings.${scheme}`) }))}
          onChange={(value) => {
            const chosen = SCHEMES.find((scheme) => scheme === value);
            if (chosen) setColorScheme(chosen);
          }}
        />
      </Group>
    </Section>
  );
}
