import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney, type Money } from './money';

const RELATIVE_UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

export interface Format {
  /** The person's own locale where it is of the chosen language, e.g. es-CO; else the language. */
  readonly locale: string;
  money(money: Money): string;
  number(value: number): string;
  /** With its sign, for movements. */
  change(value: number): string;
  percent(share: number): string;
  date(instant: string): string;
  dateTime(instant: string): string;
  time(instant: string): string;
  weekday(date: Date): string;
  /** "3 minutes ago", the date after a week. */
  ago(instant: string): string;
}

/** Numbers, money and time as the person writes them. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => createFormat(localeFor(i18n.language)), [i18n.language]);
}

export function localeFor(language: string): string {
  return navigator.languages.find((locale) => locale.split('-', 1)[0] === language) ?? language;
}

function createFormat(locale: string): Format {
  const number = new Intl.NumberFormat(locale);
  const change = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    locale,
    money: (money) => formatMoney(money, locale),
    number: (value) => number.format(value),
    change: (value) => change.format(value),
    percent: (share) => percent.format(share),
    date: (instant) => date.format(new Date(instant)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    weekday: (day) => weekday.format(day),
    ago(instant) {
      const passed = Date.now() - new Date(instant).getTime();
      if (passed > 7 * 86_400_000) return date.format(new Date(instant));
      const [unit, millis] = RELATIVE_UNITS.find(([, size]) => passed >= size) ?? ['second', 1_000];
      return unit === 'second'
        ? relative.format(0, 'second')
        : relative.format(-Math.floor(passed / millis), unit);
    },
  };
}
