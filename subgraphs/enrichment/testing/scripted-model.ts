import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ModelRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format: { readonly type: string };
  };
}

/** What the server does with one request. */
export type Act = (response: ServerResponse, request: ModelRequest) => void | Promise<void>;

export const PAGE = {
  description: 'A blue ceramic mug, made by hand, for coffee and tea at home or at work.',
  category: 'Home & Garden',
  keywords: ['mug', 'ceramic'],
  confidence: 0.9,
};

function completion(message: object, usage: unknown, finishReason = 'stop'): object {
  return {
    ...{ id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: 'scripted' },
    choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: finishReason }],
    usage,
  };
}

const USAGE = { prompt_tokens: 120, completion_tokens: 60, total_tokens: 180 };

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** What a server of this API can do, well and badly. */
export const act = {
  /** Answers with this page, or whatever text is given instead of one. */
  answer:
    (content: unknown = PAGE, usage: unknown = USAGE): Act =>
    (response) =>
      json(
        response,
        200,
        completion({ content: typeof content === 'string' ? content : JSON.stringify(content) }, usage),
      ),
  error:
    (
      status: number,
      code: string | null = null,
      headers: Record<string, string> = {},
      message = `status ${status}`,
    ): Act =>
    (response) =>
      json(response, status, { error: { message, type: 'error', param: null, code } }, headers),
  refusal: (): Act => (response) =>
    json(response, 200, completion({ content: null, refusal: 'I cannot help with that.' }, USAGE)),
  filtered: (): Act => (response) =>
    json(response, 200, completion({ content: '' }, USAGE, 'content_filter')),
  reset: (): Act => (response) => void response.socket?.resetAndDestroy(),
  /** Not a byte. */
  silence: (): Act => () => undefined,
  /** Headers and half of the body. */
  stall: (): Act => (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"id":"chatcmpl-1","choices":[');
  },
  /** One byte at a time, for ever alive and never done. */
  drip:
    (everyMillis: number): Act =>
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), everyMillis);
      response.on('close', () => clearInterval(timer));
    },
  /** Ends in the middle of the HTTP body's JSON. */
  truncated: (): Act => (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"id":"chatcmpl-1","choices":[{"message":{"content":"{\\"descr');
  },
  html: (): Act => (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<html><body>Login</body></html>');
  },
  flood:
    (bytes: number): Act =>
    (response) =>
      json(response, 200, completion({ content: 'x'.repeat(bytes) }, USAGE)),
};

/** A server on a socket that speaks the chat API as it is told to, request by request. */
export class ScriptedModel {
  readonly requests: ModelRequest[] = [];
  readonly #server: Server;
  #script: Act[] = [];
  #otherwise: Act = act.answer();
  #waiting: (() => void)[] = [];

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<ScriptedModel> {
    const model = new ScriptedModel();
    await new Promise<void>((resolve) => model.#server.listen(0, '127.0.0.1', resolve));
    return model;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** Begins anew: these for the next requests, then `otherwise`. */
  play(script: readonly Act[], otherwise: Act = act.answer()): void {
    this.requests.length = 0;
    this.#script = [...script];
    this.#otherwise = otherwise;
  }

  /** Resolves when it has had so many requests since the script began. */
  async untilRequests(count: number): Promise<void> {
    while (this.requests.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const received: ModelRequest = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: JSON.parse(text) as ModelRequest['body'],
    };
    this.requests.push(received);
    for (const wake of this.#waiting.splice(0)) wake();
    await (this.#script.shift() ?? this.#otherwise)(response, received);
  }
}
