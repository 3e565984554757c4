import type { Line } from '../../../subgraphs/inventory/model.fixture';

/** What one person does. Products, locations and keys are named by their numbers; so are orders, beginning anew behind the last. */
export type Step =
  | { readonly do: 'sell' | 'purchase'; readonly lines: readonly Line[]; readonly key: number | null }
  | { readonly do: 'confirm' | 'cancel'; readonly order: number }
  /** Its time passes on the database's clock; found out by the worker, or by somebody who confirms too late. */
  | { readonly do: 'expire'; readonly order: number; readonly found: 'by the worker' | 'by confirming' }
  | {
      readonly do: 'adjust';
      readonly product: number;
      readonly location: number;
      readonly delta: number;
      readonly key: number | null;
    }
  | {
      readonly do: 'transfer';
      readonly product: number;
      readonly from: number;
      readonly quantity: number;
      readonly key: number | null;
    }
  | { readonly do: 'archive'; readonly product: number };

export type OrderStep = Extract<Step, { do: 'sell' | 'purchase' }>;
export type EndingStep = Extract<Step, { do: 'confirm' | 'cancel' | 'expire' }>;
