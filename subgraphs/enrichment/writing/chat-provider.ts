import type { OpenAI } from 'openai' with { 'resolution-mode': 'import' };
import { z } from 'zod';
import type { ChatEndpoint } from '../enrichment.configuration';
import { boundedFetch } from './bounded-fetch';
import { answerFormat, messagesFor, PROMPT_VERSION } from './prompt';
import { ProviderError, type Answer, type Complaint, type Provider, type WritingTask } from './provider';
import { retryAfterMillis } from './retry-after';

/** The product page and what surrounds it in JSON. */
const MAX_COMPLETION_TOKENS = 1_000;
/** More than any model's context: figures beyond it are not believed. */
const MAX_TOKENS = 2_000_000;

const tokens = z.int().min(0).max(MAX_TOKENS);
const completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: tokens, completion_tokens: tokens }).nullish().catch(null),
});

/** Where APIs of this family differ. A server that does not know the first way says so with 400, and is asked in the other one. */
interface Dialect {
  readonly format: 'json_schema' | 'json_object';
  readonly limit: 'max_tokens' | 'max_completion_tokens';
}

/** Any model behind OpenAI's chat API, in a cloud or in the house. */
export class ChatProvider implements Provider {
  readonly name: ChatEndpoint['name'];
  readonly model: string;
  readonly promptVersion = PROMPT_VERSION;
  #client: Promise<OpenAI> | undefined;
  #dialect: Dialect = { format: 'json_schema', limit: 'max_tokens' };

  constructor(private readonly endpoint: ChatEndpoint) {
    this.name = endpoint.name;
    this.model = endpoint.model;
  }

  async ask(task: WritingTask, complaint: Complaint | null, signal: AbortSignal): Promise<Answer> {
    const messages = messagesFor(task, complaint);
    const client = await this.#open();
    const response = await this.#request(client, task, messages, signal);
    const parsed = completion.safeParse(response);
    if (!parsed.success) throw new ProviderError('unreachable', 'The answer is not one of a chat completion');
    const [choice] = parsed.data.choices;
    const { content, refusal } = choice?.message ?? {};
    if (refusal || choice?.finish_reason === 'content_filter') {
      throw new ProviderError(
        'refused',
        `The model declined: ${(refusal ?? 'content filter').slice(0, 200)}`,
      );
    }
    const { prompt_tokens, completion_tokens } = parsed.data.usage ?? {};
    const asked = messages.reduce((length, message) => length + message.content.length, 0);
    return {
      content: content ?? '',
      promptTokens: prompt_tokens ?? estimateTokens(asked),
      completionTokens: completion_tokens ?? estimateTokens(content?.length ?? 0),
    };
  }

  most(task: WritingTask, complaint: Complaint | null): { promptTokens: number; completionTokens: number } {
    const asked = JSON.stringify([messagesFor(task, complaint), answerFormat(task.categories)]);
    // No tokeniser makes more than one token of a byte.
    return { promptTokens: Buffer.byteLength(asked), completionTokens: MAX_COMPLETION_TOKENS };
  }

  async #request(
    client: OpenAI,
    task: WritingTask,
    messages: ReturnType<typeof messagesFor>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const dialect = this.#dialect;
    try {
      return await client.chat.completions.create(
        {
          model: this.model,
          messages,
          [dialect.limit]: MAX_COMPLETION_TOKENS,
          response_format:
            dialect.format === 'json_schema' ? answerFormat(task.categories) : { type: 'json_object' },
        },
        { signal },
      );
    } catch (error) {
      const trouble = troubleOf(error, signal);
      const other = trouble.trouble === 'rejected' ? otherDialect(dialect, trouble.message) : null;
      if (other === null) throw trouble;
      // The next attempt, and every later task, speaks like this.
      this.#dialect = other;
      throw new ProviderError('busy', trouble.message, 0, { cause: error });
    }
  }

  /** The library takes a while to load, which a start that needs no model should not pay for. */
  #open(): Promise<OpenAI> {
    this.#client ??= import('openai').then(
      (library) =>
        new library.OpenAI({
          baseURL: this.endpoint.baseUrl,
          apiKey: this.endpoint.apiKey,
          // One layer retries, and one sets deadlines: the callers of this one.
          maxRetries: 0,
          timeout: 600_000,
          fetch: boundedFetch,
          // Not what happens to be in the environment for other programs.
          organization: null,
          project: null,
          logLevel: 'off',
        }),
    );
    return this.#client;
  }
}

/** The dialect that avoids what the server complains of; null when it complains of something else. */
function otherDialect(dialect: Dialect, complaint: string): Dialect | null {
  if (dialect.format === 'json_schema' && /response_format|json_schema/.test(complaint)) {
    return { ...dialect, format: 'json_object' };
  }
  if (dialect.limit === 'max_tokens' && complaint.includes('max_tokens')) {
    return { ...dialect, limit: 'max_completion_tokens' };
  }
  return null;
}

/** Four characters a token, as models of this family have it for European languages. */
function estimateTokens(characters: number): number {
  return Math.ceil(characters / 4);
}

const apiError = z.object({
  status: z.int(),
  code: z.string().nullish().catch(null),
  message: z.string(),
  headers: z.instanceof(Headers).optional().catch(undefined),
});

function troubleOf(error: unknown, signal: AbortSignal): ProviderError {
  const options = { cause: error };
  if (signal.aborted) {
    const reason: unknown = signal.reason;
    return new ProviderError(
      'unreachable',
      reason instanceof Error ? reason.message : 'Given up',
      null,
      options,
    );
  }
  const answered = apiError.safeParse(error);
  if (!answered.success)
    return new ProviderError('unreachable', `No answer: ${rootMessage(error)}`, null, options);
  const { status, code, message, headers } = answered.data;
  const wait = headers === undefined ? null : retryAfterMillis(headers);
  return new ProviderError(troubleOfStatus(status, code), message.slice(0, 300), wait, options);
}

function troubleOfStatus(status: number, code: string | null | undefined): ProviderError['trouble'] {
  if (code === 'insufficient_quota') return 'misconfigured';
  if (status === 429) return 'busy';
  if (status === 401 || status === 403 || status === 404) return 'misconfigured';
  if (status === 408 || status === 409 || status >= 500) return 'unreachable';
  return 'rejected';
}

/** `fetch failed` says nothing; its cause does. */
function rootMessage(error: unknown): string {
  if (error instanceof Error && error.cause !== undefined) return rootMessage(error.cause);
  if (error instanceof AggregateError) return rootMessage(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
