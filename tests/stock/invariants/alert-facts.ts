import type { Client } from 'pg';
import { factOf, type Fact } from './fact';

type Level = 'OK' | 'LOW' | 'OUT';

/** A product after one change of its stock, as its event told it, in the order of the commits. */
interface Change {
  readonly product: string;
  readonly on_hand: number;
  readonly reserved: number;
  readonly level: Level;
}
/** Lines of the ledger that one transaction wrote for one product, with the balance after each order's last line. */
interface Entry {
  readonly product: string;
  readonly net: number;
  readonly balances: number[];
}
/** Units that one transaction reserved for one or several orders of a product. */
interface Reservation {
  readonly product: string;
  readonly units: number[];
}
interface Alert {
  readonly product: string;
  readonly level: Level;
  readonly resolved: boolean;
}

const CHANGES = `
  SELECT aggregate_id AS product, (payload->>'onHand')::int AS on_hand, (payload->>'reserved')::int AS reserved,
         CASE WHEN (payload->>'archived')::boolean THEN 'OK' ELSE payload->>'level' END AS level
    FROM outbox WHERE type = 'inventory.stock-changed' ORDER BY position`;
// A line is changed only to forget a person, which nobody does here: its xmin is the transaction that wrote it.
const ENTRIES = `
  SELECT product_id AS product, sum(net)::int AS net, array_agg(balance ORDER BY last) AS balances
    FROM (SELECT product_id, xmin::text AS transaction, sum(quantity) AS net, max(line) AS last,
                 (array_agg(on_hand_after ORDER BY line DESC))[1] AS balance
            FROM stock_movement GROUP BY product_id, xmin::text, order_id) AS entry
   GROUP BY product_id, transaction ORDER BY max(last)`;
const RESERVATIONS = `
  SELECT product_id AS product, array_agg(units) AS units
    FROM (SELECT product_id, line.xmin::text AS transaction, order_id, sum(quantity)::int AS units
            FROM order_stock_line AS line JOIN order_stock USING (order_id)
           WHERE expires_at IS NOT NULL GROUP BY product_id, line.xmin::text, order_id) AS reservation
   GROUP BY product_id, transaction`;
const ALERTS = `
  SELECT product_id AS product, level, resolved_at IS NOT NULL AS resolved FROM stock_alert ORDER BY position`;
const THRESHOLDS = 'SELECT product_id AS product, low_stock_threshold AS threshold FROM stock';

const SEVERITY: Record<Level, number> = { OK: 0, LOW: 1, OUT: 2 };

/**
 * One alert for each time that a product's level got worse, and no other: the levels are followed once more, along the
 * ledger and what was reserved, and compared with the feed. Thresholds are taken as they are at the end.
 */
export async function alertFacts(inventory: Client): Promise<Fact[]> {
  const read = async <Row extends { readonly product: string }>(sql: string): Promise<Map<string, Row[]>> =>
    byProduct((await inventory.query<Row>(sql)).rows);
  const [entries, reservations] = [await read<Entry>(ENTRIES), await read<Reservation>(RESERVATIONS)];
  const [alerts, thresholds] = [
    await read<Alert>(ALERTS),
    await read<{ product: string; threshold: number }>(THRESHOLDS),
  ];
  const changes = await read<Change>(CHANGES);
  const rows: { what: string; wrong: boolean }[] = [];
  const told: { what: string; wrong: boolean }[] = [];
  for (const [product, [{ threshold } = { threshold: 0 }]] of thresholds) {
    const raised = alerts.get(product) ?? [];
    const walk = new Walk(threshold, entries.get(product) ?? [], reservations.get(product) ?? []);
    for (const change of changes.get(product) ?? []) {
      told.push({
        what: `product ${product}: ${JSON.stringify(change)}`,
        wrong: !walk.follow(change, raised),
      });
    }
    const open = raised.filter(({ resolved }) => !resolved).length;
    const expected = walk.level === 'OK' ? 0 : 1;
    rows.push(
      ...walk.verdicts.map((verdict) => ({ ...verdict, what: `product ${product}: ${verdict.what}` })),
      { what: `product ${product} at ${walk.level}: ${open} open alerts`, wrong: open !== expected },
      {
        what: `product ${product}: ${raised.length} alerts, ${walk.alerts} crossings`,
        wrong: raised.length !== walk.alerts,
      },
    );
  }
  return [
    factOf('each change of stock was told once, in its order', told),
    factOf('one alert for each crossing, none missing or twice', rows),
  ];
}

function byProduct<Row extends { readonly product: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.product);
    if (group === undefined) groups.set(row.product, [row]);
    else group.push(row);
  }
  return groups;
}

/** The way of one product's level. */
class Walk {
  level: Level = 'OK';
  alerts = 0;
  readonly verdicts: { what: string; wrong: boolean }[] = [];
  #onHand = 0;
  #reserved = 0;
  readonly #entries: Iterator<Entry>;

  constructor(
    private readonly threshold: number,
    entries: readonly Entry[],
    private readonly reservations: readonly Reservation[],
  ) {
    // Transfers move nothing away.
    this.#entries = entries.filter(({ net }) => net !== 0).values();
  }

  /** Whether the change is the one that the ledger has next. */
  follow(change: Change, raised: readonly Alert[]): boolean {
    const entry = change.on_hand === this.#onHand ? null : this.#entries.next().value;
    const known = entry === null || entry?.balances.at(-1) === change.on_hand;
    const possible = this.#alertsOf(change, entry ?? null);
    const actual = raised.slice(this.alerts, this.alerts + Math.max(...possible.map(({ length }) => length)));
    const names = actual.map(({ level }) => level);
    const match = possible.find((levels) => levels.join() === names.slice(0, levels.length).join());
    if (possible.some((levels) => levels.length > 0)) {
      const what = `${this.level} to ${change.level}: alerts ${names.join(', ') || 'none'}`;
      this.verdicts.push({ what, wrong: match === undefined });
    }
    this.alerts += (match ?? possible[0])?.length ?? 0;
    this.level = change.level;
    this.#onHand = change.on_hand;
    this.#reserved = change.reserved;
    return known;
  }

  /** Levels of the alerts that the change must have raised; several lists where the order within it is not known. */
  #alertsOf(change: Change, entry: Entry | null): Level[][] {
    if (SEVERITY[change.level] <= SEVERITY[this.level]) return [[]];
    if (this.level !== 'OK' || change.level !== 'OUT') return [[change.level]];
    // In one go, or through LOW: several takers were served by one statement.
    if (entry !== null && entry.balances.length > 1) {
      const through = entry.balances
        .slice(0, -1)
        .some((balance) => balance - change.reserved < this.threshold);
      return through ? [['LOW', 'OUT']] : [['OUT']];
    }
    const reserved = change.reserved - this.#reserved;
    const lists = this.reservations
      .filter(({ units }) => units.reduce((sum, each) => sum + each, 0) === reserved)
      .flatMap(({ units }) => this.#listsOf(units));
    return entry === null && lists.length > 0 ? lists : [['OUT']];
  }

  /** Who was served last decides whether the level was LOW in between. */
  #listsOf(units: readonly number[]): Level[][] {
    if (units.length === 1) return [['OUT']];
    const lists: Level[][] = [];
    if (units.some((each) => each < this.threshold)) lists.push(['LOW', 'OUT']);
    if (units.some((each) => each >= this.threshold)) lists.push(['OUT']);
    return lists;
  }
}
