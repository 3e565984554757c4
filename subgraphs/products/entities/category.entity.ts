import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Levels of the tree: a category at the top is on the first. */
export const MAX_CATEGORY_DEPTH = 5;

/** A place in the tree by which a business orders its catalogue. It never moves, so its depth is a fact. */
@Entity('category')
export class Category {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  /** From 1, at the top, to {@link MAX_CATEGORY_DEPTH}. */
  @Column('smallint')
  depth!: number;

  @Column('text')
  name!: string;

  @Column('text')
  slug!: string;

  /** Who made it: a person, or enrichment for want of one that fits. */
  @Column('text')
  origin!: 'PERSON' | 'ENRICHMENT';

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

/** The columns of {@link Category} by the names of its properties, for statements that stand in SQL. `c` is the table. */
export const CATEGORY_COLUMNS = `c.tenant_id AS "tenantId", c.id, c.parent_id AS "parentId", c.depth, c.name, c.slug,
  c.origin, c.created_at AS "createdAt"`;
