export interface Money {
  readonly amount: string;
  readonly currency: string;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

function isDecimal(text: string): text is `${number}` {
  return DECIMAL.test(text);
}

/** An exact amount in the words of a place; amounts stay strings, for numbers would round them. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  if (!isDecimal(amount)) return `${amount} ${currency}`;
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
}

/** The total of a line, exactly. */
export function times({ amount, currency }: Money, quantity: number): Money {
  const { units, places } = exact(amount);
  return { amount: decimal(units * BigInt(quantity), places), currency };
}

/** One total for each currency, in the order in which they first appear. */
export function totals(amounts: readonly Money[]): Money[] {
  const byCurrency = new Map<string, { units: bigint; places: number }>();
  for (const { amount, currency } of amounts) {
    const next = exact(amount);
    const known = byCurrency.get(currency) ?? { units: 0n, places: next.places };
    const places = Math.max(known.places, next.places);
    byCurrency.set(currency, { units: scaled(known, places) + scaled(next, places), places });
  }
  return [...byCurrency].map(([currency, { units, places }]) => ({
    amount: decimal(units, places),
    currency,
  }));
}

/**
 * What a person typed as a price, as the API wants it: the place's own decimal separator or a point. Null for anything else,
 * also for thousands separators: "1.234" means different things in different places.
 */
export function parsePrice(typed: string, locale: string): string | null {
  const separator = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal');
  const text = typed.trim().replace(separator?.value ?? '.', '.');
  return /^\d{1,15}(\.\d+)?$/.test(text) ? text : null;
}

interface Exact {
  readonly units: bigint;
  readonly places: number;
}

function exact(amount: string): Exact {
  const [whole = '0', fraction = ''] = amount.split('.');
  return { units: BigInt(whole + fraction), places: fraction.length };
}

function scaled({ units, places }: Exact, to: number): bigint {
  return units * 10n ** BigInt(to - places);
}

function decimal(units: bigint, places: number): string {
  const digits = units.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
