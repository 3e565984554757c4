import type { Client, QueryResultRow } from 'pg';
import type { SubgraphName } from '../../platform/subgraph/subgraph';

/** What the catalogue of a database may hold beside the rule, each with the reason. */
export interface Exceptions {
  /** Tables that belong to no business. */
  readonly tables: Readonly<Record<string, string>>;
  /** Policies besides `tenant` and `worker`, as `table.policy`. */
  readonly policies: Readonly<Record<string, string>>;
  /** Unique indexes over all businesses. */
  readonly indexes: Readonly<Record<string, string>>;
  /** Functions that run as their owner. */
  readonly definers: Readonly<Record<string, string>>;
}

const MIGRATION = 'which migrations have run';
const RANDOM_ID = 'a UUID of our own making, the same for nobody';
const EVERYWHERE = {
  tables: { migration: MIGRATION, bus_memory: 'the name of the bus’s memory, for the relay alone' },
  indexes: {
    outbox_pkey: 'a position in the log',
    inbox_pkey: 'the event’s UUID',
    dead_letter_pkey: 'a position in the list',
    dead_letter_event_id_consumer_key: 'the event’s UUID',
  },
};

export const EXCEPTIONS: Readonly<Record<SubgraphName, Exceptions>> = {
  products: {
    tables: EVERYWHERE.tables,
    policies: {
      'product.search': 'search runs as the owner, names the business itself and gives back ids alone',
      'product_word.search': 'as product.search',
    },
    indexes: EVERYWHERE.indexes,
    definers: {
      search_products: 'full text is not leakproof: behind the policy it would read every product',
    },
  },
  inventory: { tables: EVERYWHERE.tables, policies: {}, indexes: EVERYWHERE.indexes, definers: {} },
  orders: {
    tables: EVERYWHERE.tables,
    policies: {},
    indexes: { ...EVERYWHERE.indexes, orders_pkey: RANDOM_ID, order_line_pkey: RANDOM_ID },
    definers: {},
  },
  auth: {
    tables: {
      ...EVERYWHERE.tables,
      signing_key: 'signs the tokens of all businesses, for the worker alone',
      login_throttle: 'is kept before anybody knows whose login it is, as hashes, for the worker alone',
    },
    policies: {
      'audit_entry.nobody': 'failed logins of unknown accounts, which are forgotten after a day',
    },
    indexes: {
      ...EVERYWHERE.indexes,
      app_user_email: 'one logs in with an address and no business',
      app_user_pkey: RANDOM_ID,
      session_pkey: RANDOM_ID,
      api_key_pkey: RANDOM_ID,
      refresh_token_pkey: 'the hash of a secret',
      api_key_secret: 'the hash of a secret',
      mfa_challenge_pkey: 'the hash of a secret',
      audit_entry_pkey: 'a position in the log',
    },
    definers: {},
  },
  enrichment: {
    tables: EVERYWHERE.tables,
    policies: {},
    indexes: {
      ...EVERYWHERE.indexes,
      job_pkey: RANDOM_ID,
      model_call_pkey: RANDOM_ID,
      webhook_delivery_pkey: RANDOM_ID,
    },
    definers: {},
  },
};

const OURS = `relation.relnamespace = 'public'::regnamespace`;
const HAS_TENANT = `EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = relation.oid AND a.attname = 'tenant_id'
  AND NOT a.attisdropped)`;
// Exactly this: a policy that is nearly the same is another policy.
const OF_TENANT = `(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)`;

const RULES: readonly (readonly [rule: string, sql: string, listed?: keyof Exceptions])[] = [
  [
    'a table without a business',
    `SELECT relname AS name FROM pg_class relation WHERE relkind IN ('r', 'p') AND ${OURS} AND NOT ${HAS_TENANT}`,
    'tables',
  ],
  [
    'row-level security is not forced',
    `SELECT relname AS name FROM pg_class relation
      WHERE relkind IN ('r', 'p') AND ${OURS} AND ${HAS_TENANT} AND NOT (relrowsecurity AND relforcerowsecurity)`,
  ],
  [
    'a row may belong to nobody',
    `SELECT relname AS name FROM pg_class relation JOIN pg_attribute a ON a.attrelid = relation.oid
      WHERE relkind IN ('r', 'p') AND ${OURS} AND a.attname = 'tenant_id' AND NOT a.attnotnull`,
  ],
  [
    'the service is not held to its business',
    `SELECT relname AS name FROM pg_class relation
      WHERE relkind IN ('r', 'p') AND ${OURS} AND ${HAS_TENANT} AND NOT EXISTS (
        SELECT FROM pg_policies p WHERE p.tablename = relname AND p.policyname = 'tenant' AND p.cmd = 'ALL'
           AND p.permissive = 'PERMISSIVE' AND p.roles = ARRAY[$1 || '_service']::name[]
           AND p.qual = $2 AND p.with_check = $2)`,
  ],
  [
    'a policy that is neither the tenant’s nor the worker’s',
    `SELECT tablename || '.' || policyname AS name FROM pg_policies
      WHERE policyname <> 'tenant' AND (policyname <> 'worker' OR roles <> ARRAY[$1 || '_worker']::name[])`,
    'policies',
  ],
  [
    'unique over all businesses',
    `SELECT index.relname AS name FROM pg_index i
       JOIN pg_class index ON index.oid = i.indexrelid JOIN pg_class relation ON relation.oid = i.indrelid
      WHERE i.indisunique AND ${OURS} AND ${HAS_TENANT} AND NOT EXISTS (
        SELECT FROM pg_attribute a WHERE a.attrelid = relation.oid AND a.attname = 'tenant_id' AND a.attnum = ANY (i.indkey))`,
    'indexes',
  ],
  [
    'a view, which sees with the eyes of its owner',
    `SELECT relname AS name FROM pg_class relation WHERE relkind IN ('v', 'm') AND ${OURS}`,
  ],
  [
    'a function that runs as its owner',
    `SELECT proname AS name FROM pg_proc
      WHERE prosecdef AND pronamespace = 'public'::regnamespace`,
    'definers',
  ],
  [
    'everybody may use it',
    `SELECT relname AS name FROM pg_class relation, aclexplode(relacl) acl
      WHERE relkind IN ('r', 'p', 'v', 'm') AND ${OURS} AND acl.grantee = 0
     UNION SELECT proname FROM pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) acl
      WHERE prosecdef AND pronamespace = 'public'::regnamespace AND acl.grantee = 0`,
  ],
  [
    'the service or the worker owns it',
    `SELECT relname AS name FROM pg_class relation
      WHERE relkind NOT IN ('i', 'I') AND ${OURS} AND pg_get_userbyid(relowner) IN ($1 || '_service', $1 || '_worker')
     UNION SELECT datname FROM pg_database
      WHERE datname = current_database() AND pg_get_userbyid(datdba) IN ($1 || '_service', $1 || '_worker')`,
  ],
  [
    'a role that may too much',
    `SELECT rolname AS name FROM pg_roles
      WHERE rolname IN ($1 || '_service', $1 || '_worker', $1 || '_owner')
        AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
  ],
  [
    'the service may become the owner',
    `SELECT rolname AS name FROM pg_roles JOIN pg_database ON datname = current_database()
      WHERE rolname IN ($1 || '_service', $1 || '_worker') AND pg_has_role(rolname, datdba, 'MEMBER')`,
  ],
  [
    'the service is the worker without saying so',
    `SELECT $1 || '_service' AS name WHERE pg_has_role($1 || '_service', $1 || '_worker', 'USAGE')`,
  ],
  [
    'there are no such roles',
    `SELECT role AS name FROM unnest(ARRAY[$1 || '_service', $1 || '_worker']) role
      WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role)`,
  ],
];

/**
 * What in a subgraph's database would let one business near the rows of another, as `rule: name`, and exceptions that nothing
 * needs any more. Seen as superuser.
 */
export async function findings(
  sql: Client,
  name: SubgraphName,
  exceptions = EXCEPTIONS[name],
): Promise<string[]> {
  const found: string[] = [];
  for (const [rule, text, listed] of RULES) {
    const values = [name, OF_TENANT].slice(0, text.includes('$2') ? 2 : text.includes('$1') ? 1 : 0);
    const names = (await sql.query<{ name: string } & QueryResultRow>(text, values)).rows.map(
      (row) => row.name,
    );
    const allowed = listed === undefined ? [] : Object.keys(exceptions[listed]);
    found.push(...names.filter((each) => !allowed.includes(each)).map((each) => `${rule}: ${each}`));
    found.push(...allowed.filter((each) => !names.includes(each)).map((each) => `no longer there: ${each}`));
  }
  return found;
}
