import { setTimeout as delay } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print, type DocumentNode } from 'graphql';
import { z } from 'zod';

const answerRules = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()).optional() }))
    .optional(),
});

const ATTEMPTS = 5;
const TIMEOUT_MILLIS = 15_000;

/** The API refused or could not be reached; the message is for a person. */
export class ApiError extends Error {
  constructor(
    message: string,
    /** Whether the next row would meet the same. */
    readonly fatal: boolean,
  ) {
    super(message);
  }
}

/**
 * A client for programs: typed documents over HTTP, with retries for what passes by itself (no connection, SERVICE_UNAVAILABLE,
 * RATE_LIMITED). Whoever sends a mutation gives it an idempotency key, so that a retry cannot happen twice.
 */
export class ApiClient {
  #accessToken: string | undefined;

  constructor(
    private readonly url: string,
    /** Called at the beginning and whenever the access token has expired. */
    private readonly logIn?: (client: ApiClient) => Promise<string>,
    private readonly apiKey?: string,
  ) {}

  /** Logs in before the first request instead of after its refusal. */
  async logInNow(): Promise<void> {
    this.#accessToken = await this.logIn?.(this);
  }

  async request<Result, Variables>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#once(document, variables);
      if ('data' in outcome) return outcome.data as Result;
      if (outcome.code === 'UNAUTHENTICATED' && this.logIn && attempt < ATTEMPTS)
        this.#accessToken = await this.logIn(this);
      else if (outcome.retryAfterMillis !== undefined && attempt < ATTEMPTS)
        await delay(outcome.retryAfterMillis * attempt);
      else
        throw new ApiError(
          outcome.message,
          outcome.retryAfterMillis !== undefined || outcome.code === 'UNAUTHENTICATED',
        );
    }
  }

  async #once(
    document: DocumentNode,
    variables: unknown,
  ): Promise<{ data: unknown } | { message: string; code?: unknown; retryAfterMillis?: number }> {
    let response: Response;
    try {
      response = await fetch(this.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(this.#accessToken !== undefined && { authorization: `Bearer ${this.#accessToken}` }),
          ...(this.apiKey !== undefined && { 'x-api-key': this.apiKey }),
        },
        body: JSON.stringify({ query: print(document), variables }),
        signal: AbortSignal.timeout(TIMEOUT_MILLIS),
      });
    } catch {
      return {
        message: `Nothing answers at ${this.url}. Is Bodega running? Start it with "npm start".`,
        retryAfterMillis: 300,
      };
    }
    const answer = answerRules.safeParse(await response.json().catch(() => undefined));
    if (!answer.success)
      return { message: `${this.url} does not answer as a GraphQL API does (HTTP ${response.status}).` };
    const [error] = answer.data.errors ?? [];
    if (!error) return { data: answer.data.data };
    const code = error.extensions?.['code'];
    const seconds = Number(error.extensions?.['retryAfterSeconds'] ?? 1);
    const passing = code === 'SERVICE_UNAVAILABLE' || code === 'RATE_LIMITED';
    return { message: error.message, code, ...(passing && { retryAfterMillis: seconds * 1000 }) };
  }
}
