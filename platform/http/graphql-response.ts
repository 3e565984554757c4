import { z } from 'zod';
import type { GraphQLFormattedError } from 'graphql';

const errorSchema = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

const responseSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(errorSchema).optional(),
});

/** An answer in the shape that GraphQL prescribes. The receiver owns `data` and may change it. */
export interface GraphQLAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** What came back is not an answer to a GraphQL request. */
export class UnusableResponse extends Error {
  override readonly name = 'UnusableResponse';
}

/**
 * Parses a response body. Throws UnusableResponse unless it is one that the GraphQL specification describes (section 7):
 * `data`, `errors`, or both. What lies below `data` is the executor's to judge.
 */
export function parseResponse(text: string): GraphQLAnswer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnusableResponse('The response is not JSON');
  }
  return checkResponse(value);
}

export function checkResponse(value: unknown): GraphQLAnswer {
  if (isPlainSuccess(value)) return value;
  const parsed = responseSchema.safeParse(value);
  if (!parsed.success)
    throw new UnusableResponse('The response does not have the shape of a GraphQL response');
  const { data, errors } = parsed.data;
  if (data === undefined && !errors?.length)
    throw new UnusableResponse('The response has neither data nor errors');
  return { ...(data !== undefined && { data }), ...(errors && { errors }) };
}

/** The common case, without a copy. */
function isPlainSuccess(value: unknown): value is GraphQLAnswer {
  if (typeof value !== 'object' || value === null || 'errors' in value || !('data' in value)) return false;
  return typeof value.data === 'object' && value.data !== null && !Array.isArray(value.data);
}
