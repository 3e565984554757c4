import type { Transaction } from '../../platform/database/transaction';

/** Runs reads of the caller's business, in one snapshot. */
export type Read = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;
