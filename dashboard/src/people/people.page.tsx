import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../components/page-header';
import { useMay } from '../session/use-session';
import { ApiKeys } from './api-keys';
import { People } from './people';

export default function PeoplePage(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <>
      <PageHeader title={t('people.title')} />
      <Stack gap="md">
        {may('users:read') && <People />}
        {may('apikeys:write') && <ApiKeys />}
      </Stack>
    </>
  );
}
