import { GraphQLError, type ExecutionResult } from 'graphql';
import type { RequestContext } from '../context';
import { ErrorCode } from './errors';

const PUBLIC_CODES: ReadonlySet<unknown> = new Set(Object.values(ErrorCode));

/**
 * What a client may see of an error: those with a public code as they are, everything else as INTERNAL_SERVER_ERROR with
 * the trace id by which the log line is found. Never a stack, SQL, a host name or an address.
 */
export function maskError(
  error: GraphQLError,
  context: Pick<RequestContext, 'log' | 'traceId'>,
): GraphQLError {
  const { code } = error.extensions;
  const publicCode = PUBLIC_CODES.has(code)
    ? code
    : isRequestError(error)
      ? ErrorCode.BAD_USER_INPUT
      : undefined;
  const { nodes, source, positions, path } = error;
  if (publicCode !== undefined && publicCode !== ErrorCode.INTERNAL_SERVER_ERROR) {
    const extensions = {
      ...error.extensions,
      code: publicCode,
      traceId: context.traceId,
      stacktrace: undefined,
    };
    return new GraphQLError(error.message, { nodes, source, positions, path, extensions });
  }
  if (publicCode === undefined)
    context.log.error({ err: error.originalError ?? error, path, traceId: context.traceId }, error.message);
  const extensions = { code: ErrorCode.INTERNAL_SERVER_ERROR, traceId: context.traceId };
  return new GraphQLError('Something went wrong on our side.', {
    nodes,
    source,
    positions,
    path,
    extensions,
  });
}

/** graphql-js itself refused the request (a variable that does not fit, an argument of the wrong type): the client's to mend. */
function isRequestError(error: GraphQLError): boolean {
  if (error.extensions['code'] !== undefined) return false;
  return error.originalError === undefined
    ? error.path === undefined
    : error.originalError instanceof GraphQLError;
}

/** The same result with every error masked. */
export function maskResult<R extends ExecutionResult>(
  result: R,
  context: Pick<RequestContext, 'log' | 'traceId'>,
): R {
  if (!result.errors) return result;
  return { ...result, errors: result.errors.map((error) => maskError(error, context)) };
}
