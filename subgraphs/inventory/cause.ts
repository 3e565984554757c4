/** On whose behalf stock changes: what the ledger and the events tell of it. */
export interface Cause {
  readonly tenantId: string;
  /** Null when nobody in person did it. */
  readonly actorId: string | null;
  readonly traceId: string;
}
