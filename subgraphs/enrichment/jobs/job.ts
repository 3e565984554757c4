import { z } from 'zod';
import type { Language } from '../builtin/language';

/** What is known of a product when its enrichment is asked for: all that a writer sees of it. */
export const productSnapshot = z.object({
  sku: z.string(),
  name: z.string(),
  keywords: z.array(z.string()),
  /** A person's words only. */
  description: z.string().nullable(),
  /** A person's choice only. */
  categoryName: z.string().nullable(),
});
export type ProductSnapshot = z.infer<typeof productSnapshot>;

/** Whose request a job carries out. */
export interface JobOrigin {
  readonly actorId: string;
  readonly traceId: string;
}

export interface NewJob extends JobOrigin {
  readonly productId: string;
  readonly input: ProductSnapshot;
}

/** What the business has decided about it. */
export interface JobTerms {
  /** Of the text; null: that of the product's own words. */
  readonly language: Language | null;
  /** Nothing of it goes to a cloud. */
  readonly confidential: boolean;
  /** For models, in a day; null: what the operator allows. */
  readonly dailyTokens: number | null;
  readonly dailyUsd: string | null;
}

/** A job that this process works on until its lease runs out. */
export interface TakenJob extends NewJob {
  readonly id: string;
  readonly tenantId: string;
  /** Proves at the end that nobody else has taken the job meanwhile. */
  readonly lease: string;
  /** How often it was taken, this time included. */
  readonly takes: number;
  /** Requests to a model that were made for it before. */
  readonly attempts: number;
  readonly terms: JobTerms;
}

/** What a writer made of a product. */
export interface Written {
  readonly description: string;
  readonly category: string;
  readonly keywords: readonly string[];
  /** Of the category, 0 to 1. */
  readonly confidence: number;
}

export type CallOutcome = 'SUCCEEDED' | 'INVALID' | 'REFUSED' | 'FAILED';

/** One call of a writer, as it is recorded. */
export interface ModelCall {
  readonly provider: string;
  readonly model: string;
  readonly promptVersion: string;
  readonly route: string;
  readonly outcome: CallOutcome;
  readonly error: string | null;
  readonly fromCache: boolean;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Decimal, US dollars. */
  readonly costUsd: string;
  readonly durationMs: number;
}

/** How the work on a job ended. */
export type JobEnd = {
  /** Calls since it was taken; cached answers cost no attempt. */
  readonly calls: readonly ModelCall[];
  readonly durationMs: number;
} & (
  | {
      readonly status: 'COMPLETED';
      readonly written: Written;
      readonly provider: string;
      readonly model: string;
      readonly fromCache: boolean;
    }
  | { readonly status: 'FAILED'; readonly error: string; readonly retryAfterSeconds: number | null }
  /** Nobody can write it now: back in the queue. */
  | { readonly status: 'PENDING'; readonly error: string | null; readonly retryAfterSeconds: number }
);
