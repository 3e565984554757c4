import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ArchiveProductDocument } from '../../../schema/operations/generated/graphql';
import { useAction } from '../api/use-action';
import { FormDialog } from '../components/form-dialog';
import type { ProductOnPage } from './product.page';

export function ArchiveButton({ product }: { readonly product: ProductOnPage }): ReactNode {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const [archive, busy] = useAction(ArchiveProductDocument);
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('products.archive')}
      </Button>
      <FormDialog
        title={t('products.archiveTitle')}
        submit={t('products.archive')}
        opened={opened}
        busy={busy}
        danger
        onClose={close}
        onSubmit={(event) => {
          event.preventDefault();
          void archive({ id: product.id }).then((answer) => answer?.archiveProduct && close());
        }}
      >
        <Text size="sm">{t('products.archiveHint')}</Text>
      </FormDialog>
    </>
  );
}
