import { HeaderMap, type GraphQLResponse } from '@apollo/server';
import { GraphQLError, type ExecutionResult, type OperationDefinitionNode } from 'graphql';
import { ErrorCode, PublicError } from '../../platform/graphql/errors';
import type { Engine } from '../engine/engine';
import type { PreparedOperation } from '../engine/prepared-operation';
import { Subscription } from '../engine/subscriptions/subscription';
import { clientResult } from './client-errors';
import type { GatewayMetrics } from './metrics';
import type { OperationContext, OperationListener, OperationPlugin } from './operation-hooks';

/**
 * What happens to every operation, whichever way it came, once it is admitted: it is planned and executed by the engine, its
 * errors are masked, and it is counted. Subscriptions are opened here too; they are handed back in the context's outcome.
 */
export function pipeline(engine: Engine, metrics: GatewayMetrics): OperationPlugin {
  const listener: OperationListener = {
    async didResolveOperation(request) {
      const { operation, contextValue } = request;
      if (!operation)
        throw badRequest('The document has no operation of that name, or several and no name was given.');
      if (operation.operation === 'subscription' && contextValue.transport === 'http') {
        throw badRequest('Subscriptions need a WebSocket, or "Accept: text/event-stream".');
      }
    },

    async responseForOperation(request) {
      const { contextValue: context } = request;
      const result = await answer(engine, request, request.operation);
      context.outcome.answered = true;
      if ('errors' in result || 'data' in result) return response(clientResult(result, context));
      return response({ data: null });
    },

    async willSendResponse({ contextValue: { transport, startedAt }, operation, response: { body } }) {
      const errors = body?.kind === 'single' ? body.singleResult.errors : undefined;
      metrics.request(transport, operation?.operation ?? 'invalid', performance.now() - startedAt, errors);
    },
  };
  return { requestDidStart: async () => listener };
}

async function answer(
  engine: Engine,
  request: OperationContext,
  operation: OperationDefinitionNode | undefined,
): Promise<ExecutionResult> {
  const { document, contextValue: context, schema } = request;
  const variables = request.request.variables ?? {};
  try {
    if (!document || !operation) throw new Error('The operation was not resolved');
    const prepared: PreparedOperation = engine
      .generationOf(schema)
      .operation(document, request.request.operationName);
    if (operation.operation !== 'subscription') return await engine.execute(prepared, variables, context);
    const opened = await engine.subscribe(prepared, variables, context);
    if (!(opened instanceof Subscription)) return opened;
    context.outcome.subscription = opened;
    return {};
  } catch (error) {
    if (error instanceof PublicError) return { errors: [error] };
    const cause = error instanceof Error ? error : new Error(String(error));
    return { errors: [new GraphQLError('The operation failed', { originalError: cause })] };
  }
}

function response(result: ExecutionResult): GraphQLResponse {
  // Nothing was executed: the request itself was wrong.
  const refused =
    result.data === undefined &&
    result.errors?.every(({ extensions }) => extensions['code'] === ErrorCode.BAD_USER_INPUT);
  return {
    http: { status: refused ? 400 : undefined, headers: new HeaderMap() },
    body: { kind: 'single', singleResult: formatted(result) },
  };
}

function formatted({ errors, ...result }: ExecutionResult) {
  return { ...result, ...(errors && { errors: errors.map((error) => error.toJSON()) }) };
}

function badRequest(message: string): PublicError {
  return new PublicError(ErrorCode.BAD_USER_INPUT, message, { http: { status: 400 } });
}
