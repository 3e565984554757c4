import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../../../platform/database/migrate';
import { MAX_CATEGORY_DEPTH } from '../entities/category.entity';

/** Products and categories, with the indexes that serve each way of listing them. */
export class Catalogue1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) await runner.query(sql);
    await protectTenantTable(runner, 'products', 'category', { service: 'SELECT, INSERT' });
    await protectTenantTable(runner, 'products', 'product', { service: 'SELECT, INSERT, UPDATE' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE product, category');
    await runner.query('DROP FUNCTION fold');
  }
}

const STATEMENTS = [
  'CREATE EXTENSION IF NOT EXISTS unaccent',
  // `unaccent` is only stable, for its dictionary could be replaced. Ours is not, and an index needs an immutable function.
  `CREATE FUNCTION fold(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
   RETURN lower(unaccent('unaccent', value))`,

  `CREATE TABLE category (
     tenant_id uuid NOT NULL,
     id uuid NOT NULL,
     parent_id uuid,
     depth smallint NOT NULL CHECK (depth BETWEEN 1 AND ${MAX_CATEGORY_DEPTH}),
     name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
     slug text COLLATE "C" NOT NULL CHECK (char_length(slug) BETWEEN 1 AND 80),
     origin text NOT NULL CHECK (origin IN ('PERSON', 'ENRICHMENT')),
     created_at timestamptz(3) NOT NULL DEFAULT now(),
     name_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(name)) STORED,
     PRIMARY KEY (tenant_id, id),
     FOREIGN KEY (tenant_id, parent_id) REFERENCES category (tenant_id, id),
     CONSTRAINT category_name UNIQUE NULLS NOT DISTINCT (tenant_id, parent_id, name_key),
     CONSTRAINT category_slug UNIQUE NULLS NOT DISTINCT (tenant_id, parent_id, slug)
   )`,

  // Behind row-level security an index serves only conditions whose operators are leakproof: text, uuid, bigint and
  // timestamptz have such comparisons, numeric and enumerations have not. Hence the units of the price as a bigint.
  `CREATE TABLE product (
     tenant_id uuid NOT NULL,
     id uuid NOT NULL,
     sku text COLLATE "C" NOT NULL CHECK (char_length(sku) BETWEEN 1 AND 64),
     name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
     description text CHECK (char_length(description) BETWEEN 1 AND 5000),
     keywords text[] NOT NULL DEFAULT '{}',
     category_id uuid,
     enriched_description text,
     enriched_keywords text[] NOT NULL DEFAULT '{}',
     enriched_category_id uuid,
     price_amount numeric(18, 3) NOT NULL CHECK (price_amount >= 0),
     price_currency text COLLATE "C" NOT NULL CHECK (char_length(price_currency) = 3),
     status text COLLATE "C" NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'ARCHIVED')),
     created_at timestamptz(3) NOT NULL DEFAULT now(),
     updated_at timestamptz(3) NOT NULL DEFAULT now(),
     shown_category_id uuid GENERATED ALWAYS AS (coalesce(category_id, enriched_category_id)) STORED,
     name_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (fold(name)) STORED,
     price_units bigint NOT NULL GENERATED ALWAYS AS ((price_amount * 1000)::bigint) STORED,
     PRIMARY KEY (tenant_id, id),
     FOREIGN KEY (tenant_id, category_id) REFERENCES category (tenant_id, id),
     FOREIGN KEY (tenant_id, enriched_category_id) REFERENCES category (tenant_id, id),
     CONSTRAINT product_sku UNIQUE (tenant_id, sku)
   )`,
  'CREATE INDEX product_newest ON product (tenant_id, status, created_at DESC, id DESC)',
  'CREATE INDEX product_name ON product (tenant_id, status, name_key, id)',
  'CREATE INDEX product_price ON product (tenant_id, status, price_currency, price_units, id)',
  'CREATE INDEX product_category ON product (tenant_id, shown_category_id, status, created_at DESC, id DESC)',
];
