import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../../../platform/database/migrate';

/** What a business decides about its enrichments, what it has spent, what was answered before, and what it taught. */
export class Settings1700000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of TABLES) await runner.query(sql);
    for (const table of ['business_settings', 'confidential_product', 'spending', 'categorised_product']) {
      await protectTenantTable(runner, 'enrichment', table, { service: 'SELECT, INSERT, UPDATE, DELETE' });
    }
    await protectTenantTable(runner, 'enrichment', 'cached_answer', {
      service: 'SELECT, INSERT, UPDATE, DELETE',
      worker: 'SELECT, DELETE',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE cached_answer, categorised_product, spending, confidential_product, business_settings',
    );
  }
}

const TABLES = [
  `CREATE TABLE business_settings (
     tenant_id uuid PRIMARY KEY,
     language text CHECK (language IN ('en', 'es')),
     confidential boolean NOT NULL DEFAULT false,
     daily_tokens bigint CHECK (daily_tokens >= 0),
     daily_usd numeric(18, 8) CHECK (daily_usd >= 0),
     updated_at timestamptz NOT NULL DEFAULT now()
   )`,

  `CREATE TABLE confidential_product (
     tenant_id uuid NOT NULL,
     product_id uuid NOT NULL,
     PRIMARY KEY (tenant_id, product_id)
   )`,

  // Of one business and one day (UTC). What is reserved may still be spent; together they never pass a limit.
  `CREATE TABLE spending (
     tenant_id uuid NOT NULL,
     day date NOT NULL,
     tokens_reserved bigint NOT NULL DEFAULT 0 CHECK (tokens_reserved >= 0),
     tokens_spent bigint NOT NULL DEFAULT 0 CHECK (tokens_spent >= 0),
     usd_reserved numeric(18, 8) NOT NULL DEFAULT 0 CHECK (usd_reserved >= 0),
     usd_spent numeric(18, 8) NOT NULL DEFAULT 0 CHECK (usd_spent >= 0),
     PRIMARY KEY (tenant_id, day)
   )`,

  // Without an answer: somebody is asking a model for it, until then at the latest.
  `CREATE TABLE cached_answer (
     tenant_id uuid NOT NULL,
     key bytea NOT NULL,
     written jsonb,
     claim uuid,
     expires_at timestamptz NOT NULL,
     PRIMARY KEY (tenant_id, key)
   )`,
  'CREATE INDEX cached_answer_expires ON cached_answer (expires_at)',

  // Products of which a person has said where they belong: what the classifier learns from.
  `CREATE TABLE categorised_product (
     tenant_id uuid NOT NULL,
     product_id uuid NOT NULL,
     name text NOT NULL,
     keywords text[] NOT NULL,
     category text NOT NULL,
     updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (tenant_id, product_id)
   )`,
  'CREATE INDEX categorised_product_newest ON categorised_product (tenant_id, updated_at DESC)',
];
