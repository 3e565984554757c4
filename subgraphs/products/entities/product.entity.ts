import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What a business sells. The words of a person and those of enrichment stand in columns of their own, so that neither
 * overwrites the other; a person's are shown where there are any.
 */
@Entity('product')
export class Product {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  sku!: string;

  @Column('text')
  name!: string;

  /** A person's. */
  @Column('text', { nullable: true })
  description!: string | null;

  /** A person's; none written is an empty list. */
  @Column('text', { array: true })
  keywords!: string[];

  /** A person's choice. */
  @Column('uuid', { name: 'category_id', nullable: true })
  categoryId!: string | null;

  @Column('text', { name: 'enriched_description', nullable: true })
  enrichedDescription!: string | null;

  @Column('text', { name: 'enriched_keywords', array: true })
  enrichedKeywords!: string[];

  @Column('uuid', { name: 'enriched_category_id', nullable: true })
  enrichedCategoryId!: string | null;

  /** Exact decimal with three places; `money` gives it the currency's own. */
  @Column('numeric', { name: 'price_amount', precision: 18, scale: 3 })
  priceAmount!: string;

  @Column('text', { name: 'price_currency' })
  priceCurrency!: string;

  @Column('text')
  status!: 'ACTIVE' | 'ARCHIVED';

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** The columns of {@link Product} by the names of its properties, for statements that stand in SQL. `p` is the table. */
export const PRODUCT_COLUMNS = `p.tenant_id AS "tenantId", p.id, p.sku, p.name, p.description, p.keywords,
  p.category_id AS "categoryId", p.enriched_description AS "enrichedDescription",
  p.enriched_keywords AS "enrichedKeywords", p.enriched_category_id AS "enrichedCategoryId",
  p.price_amount AS "priceAmount", p.price_currency AS "priceCurrency", p.status,
  p.created_at AS "createdAt", p.updated_at AS "updatedAt"`;
