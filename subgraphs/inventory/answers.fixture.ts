/** A member of a result union. */
export interface Outcome {
  readonly __typename: string;
  readonly state?: string;
  readonly expiresAt?: string | null;
  readonly available?: number;
  readonly message?: string;
  readonly fields?: { readonly path: string[]; readonly message: string }[];
}

export interface StockAnswer {
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  readonly level: string;
  readonly locations: {
    readonly location: { readonly name: string };
    readonly onHand: number;
    readonly reserved: number;
  }[];
}

export interface LedgerLine {
  readonly kind: string;
  readonly quantity: number;
  readonly onHandAfter: number;
  readonly reason: string | null;
  readonly location: { readonly name: string };
}

export interface AlertAnswer {
  readonly id: string;
  readonly productId: string;
  readonly level: string;
  readonly available: number;
  readonly status: string;
  readonly message: string;
  readonly acknowledgedBy: { readonly id: string } | null;
  readonly cursor: string;
}
