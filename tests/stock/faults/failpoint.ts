import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Moments at which a process can die while it brings a step of an order into its database and onto the bus. */
export const MOMENTS = [
  'before commit',
  'after commit, before the answer',
  'after the answer, before publishing',
  'after publishing, before marking',
] as const;
export type Moment = (typeof MOMENTS)[number];

const failpointSchema = z.object({
  /** Whose order it is: nothing happens to others. */
  tenantId: z.string(),
  /** The subgraph in whose database the step is recorded. */
  subgraph: z.enum(['inventory', 'orders']),
  /** A statement of the step's transaction; null: that transaction which tells an event. */
  statement: z.string().nullable(),
  moment: z.enum(MOMENTS),
});

/** Where a process dies next. */
export type Failpoint = z.infer<typeof failpointSchema>;

/** Arms every process that was started with this file in FAILPOINT_FILE. */
export function arm(file: string, failpoint: Failpoint): void {
  writeFileSync(`${file}.new`, JSON.stringify(failpoint));
  renameSync(`${file}.new`, file);
}

export function disarm(file: string): void {
  rmSync(file, { force: true });
}

/** Null while there is none. */
export function armed(file: string): Failpoint | null {
  try {
    return failpointSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
