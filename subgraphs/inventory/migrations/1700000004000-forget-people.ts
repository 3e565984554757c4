import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger takes one change, and no other: a line may forget who it was. */
export class ForgetPeople1700000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE UPDATE (actor_id) ON stock_movement FROM inventory_service');
    await runner.query('DROP TRIGGER keep_actor ON stock_movement');
    await runner.query('DROP TRIGGER append_only ON stock_movement');
    await runner.query(`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stock_movement
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }
}

const STATEMENTS = [
  'DROP TRIGGER append_only ON stock_movement',
  // For each statement, so that it fails also where it would touch no row; TRUNCATE knows no other kind of trigger.
  `CREATE TRIGGER append_only
   BEFORE UPDATE OF tenant_id, product_id, line, id, location_id, kind, quantity, on_hand_after, reason, order_id, created_at
   OR DELETE OR TRUNCATE ON stock_movement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER keep_actor BEFORE UPDATE OF actor_id ON stock_movement FOR EACH ROW
   WHEN (NEW.actor_id IS NOT NULL) EXECUTE FUNCTION refuse_change()`,
  'GRANT UPDATE (actor_id) ON stock_movement TO inventory_service',
];
