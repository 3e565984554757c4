import { parse, type Options } from 'csv-parse/sync';
import { z } from 'zod';
import type { CreateProductInput } from '../../schema/operations/generated/graphql';

export interface Row {
  /** Line of the file on which the row begins, the header being line 1. */
  readonly line: number;
  readonly sku: string;
  readonly name: string;
  /** Undefined when the row itself is wrong. */
  readonly input: CreateProductInput | undefined;
  /** Why the row cannot even be sent. */
  readonly refusal: string | undefined;
}

/** The file as a whole is not a catalogue. The message is for the person who gave it. */
export class CatalogueFileError extends Error {}

const COLUMNS = ['sku', 'name', 'price', 'currency', 'stock', 'keywords'] as const;

/** What the API takes; a larger number would not even be one to it. */
const MAX_STOCK = 1_000_000;

const rowRules = z.object({
  // Without it a second run could not know the product again.
  sku: z.string().trim().min(1, 'sku must not be empty'),
  name: z.string(),
  price: z.string().trim(),
  currency: z.string().trim(),
  stock: z
    .string()
    .trim()
    .regex(/^\d+$/, 'stock must be a whole number')
    .refine((stock) => Number(stock) <= MAX_STOCK, 'stock must be at most 1,000,000'),
  keywords: z.string().default(''),
});

const recordsRules = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
);

/**
 * The text of a file, which must be UTF-8: whatever else it is, guessing would write garbled names into the catalogue.
 * @throws CatalogueFileError when it is not.
 */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CatalogueFileError('The file is not UTF-8. Save it as "CSV UTF-8" and import it again.');
  }
}

/**
 * The rows of a catalogue in CSV (RFC 4180, UTF-8), with the columns sku, name, price, currency, stock and keywords
 * (separated by `|`) in any order
 * and in any case.
 * @throws CatalogueFileError when it has no such columns or is not CSV.
 */
export function readRows(text: string): Row[] {
  const header = headerOf(text);
  const missing = COLUMNS.filter((column) => column !== 'keywords' && !header.includes(column));
  if (missing.length > 0) {
    throw new CatalogueFileError(
      `The file has no column ${missing.join(', ')}. Its first line must name: ${COLUMNS.join(', ')}.`,
    );
  }
  const doubled = COLUMNS.find((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (doubled !== undefined) throw new CatalogueFileError(`The file has the column ${doubled} twice.`);
  const records = recordsRules.parse(
    parseCsv(text, {
      columns: (names: string[]) => names.map(columnOf),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      bom: true,
    }),
  );
  // csv-parse counts the lines up to the end of a record; a quoted name may hold some.
  let previousLine = 1;
  const firstLines = new Map<string, number>();
  return records.map(({ record, info }) => {
    const line = previousLine + 1;
    previousLine = info.lines;
    return rowOf(line, record, firstLines);
  });
}

function rowOf(line: number, record: Record<string, string>, firstLines: Map<string, number>): Row {
  const { sku = '', name = '' } = record;
  const refused = (refusal: string): Row => ({ line, sku, name, input: undefined, refusal });
  const parsed = rowRules.safeParse(record);
  if (!parsed.success) return refused(parsed.error.issues[0]?.message ?? 'the row is not complete');
  const { data } = parsed;
  const first = firstLines.get(data.sku);
  if (first !== undefined) return refused(`the SKU stands already on line ${first}`);
  firstLines.set(data.sku, line);
  const input = {
    sku: data.sku,
    name: data.name,
    price: { amount: data.price, currency: data.currency },
    initialStock: Number(data.stock),
    keywords: data.keywords
      .split('|')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    enrich: true,
  };
  return { line, sku, name, input, refusal: undefined };
}

function headerOf(text: string): string[] {
  const [header] = z.array(z.array(z.string())).parse(parseCsv(text, { to_line: 1, bom: true }));
  return (header ?? []).map(columnOf);
}

/** However a spreadsheet or a person has written it. */
function columnOf(name: string): string {
  return name.trim().toLowerCase();
}

function parseCsv(text: string, options: Options): unknown {
  try {
    return parse(text, options);
  } catch (error) {
    throw new CatalogueFileError(
      `The file is not CSV: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
