import { Card, Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FigureProps {
  readonly name: string;
  readonly label: string;
  readonly values: readonly string[];
  /** Said instead of no value. */
  readonly none?: string;
  readonly note: ReactNode;
  readonly tone?: 'out' | undefined;
  readonly waiting: boolean;
  readonly unavailable: boolean;
}

/** One number of the overview, as large as it matters. It keeps its place and size whatever is known. */
export function Figure({
  name,
  label,
  values,
  none = '–',
  note,
  tone,
  waiting,
  unavailable,
}: FigureProps): ReactNode {
  const { t } = useTranslation();
  const [first = none, ...others] = values;
  return (
    <Card padding="md" className="figure" data-figure={name} data-unavailable={unavailable || undefined}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {waiting ? (
        <Skeleton height={28} width="70%" my={4} />
      ) : (
        <div
          className="figure-value"
          data-tone={tone}
          data-words={values.length === 0 || unavailable || undefined}
        >
          {unavailable ? t('shell.unavailable') : first}
        </div>
      )}
      {!unavailable &&
        others.map((value) => (
          <Text key={value} fw={600}>
            {value}
          </Text>
        ))}
      <Text size="xs" c="dimmed" component="div">
        {!waiting && !unavailable && note}
      </Text>
    </Card>
  );
}
