import { useEffect, useState } from 'react';

export interface Days {
  /** The last seven, today last, as midnights of the person's own place. */
  readonly days: readonly Date[];
  /** How many of them belong to the current week. */
  readonly ofThisWeek: number;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

const LOOK_MILLIS = 30_000;

/** The days that the overview is about; changes at midnight, also where the page is never reloaded. */
export function useDays(locale: string): Days {
  const [today, setToday] = useState(() => midnight(new Date(), 0).getTime());
  useEffect(() => {
    const timer = setInterval(() => setToday(midnight(new Date(), 0).getTime()), LOOK_MILLIS);
    return () => clearInterval(timer);
  }, []);
  const days = [-6, -5, -4, -3, -2, -1, 0].map((offset) => midnight(new Date(today), offset));
  return {
    days,
    ofThisWeek: ((new Date(today).getDay() - firstDayOfWeek(locale) + 7) % 7) + 1,
    from: midnight(new Date(today), -6).toISOString(),
    to: midnight(new Date(today), 1).toISOString(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** As the API names a day. */
export function dayName(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function midnight(day: Date, offset: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + offset);
}

/** 0 is Sunday. Browsers that do not know the place's habit count from Monday. */
function firstDayOfWeek(locale: string): number {
  const info: unknown = Reflect.get(new Intl.Locale(locale), 'weekInfo');
  const first: unknown =
    typeof info === 'object' && info !== null ? Reflect.get(info, 'firstDay') : undefined;
  return typeof first === 'number' ? first % 7 : 1;
}
