import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../../platform/context';
import { ErrorCode, PublicError } from '../../platform/graphql/errors';
import { maskError } from '../../platform/graphql/mask-errors';

/** Codes of Apollo Server's own refusals, in the words of the contract. */
const TRANSLATED: Readonly<Record<string, string>> = {
  BAD_REQUEST: ErrorCode.BAD_USER_INPUT,
  OPERATION_RESOLUTION_FAILURE: ErrorCode.BAD_USER_INPUT,
};

/** Refusals of Apollo Server that only their messages tell from its own failures. */
const WITHOUT_A_CODE: ReadonlySet<string> = new Set([
  'provided sha does not match query',
  'Unsupported persisted query version',
]);

const PUBLIC: ReadonlySet<unknown> = new Set([
  ...Object.values(ErrorCode).filter((code) => code !== ErrorCode.INTERNAL_SERVER_ERROR),
  // The automatic persisted queries of Apollo's clients depend on these.
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Codes with which a subgraph refuses the gateway rather than the client. */
const BETWEEN_SERVICES: ReadonlySet<unknown> = new Set([
  ErrorCode.GRAPHQL_PARSE_FAILED,
  ErrorCode.GRAPHQL_VALIDATION_FAILED,
]);

type Trace = Pick<RequestContext, 'log' | 'traceId'>;

/** An execution result as a client may see it. */
export function clientResult(result: ExecutionResult, trace: Trace): ExecutionResult {
  if (!result.errors) return result;
  return { ...result, errors: result.errors.map((error) => clientError(error, trace)) };
}

/** An error of an execution as a client may see it: those of subgraphs by code, everything else masked and logged. */
export function clientError(error: GraphQLError, trace: Trace): GraphQLError {
  const { serviceName, response: _, ...extensions } = error.extensions;
  const betweenServices = serviceName !== undefined && BETWEEN_SERVICES.has(extensions['code']);
  const { message, path, originalError, nodes } = error;
  // Without a code it is not meant for anybody; a subgraph's message must not pass for one of the gateway's.
  const code = betweenServices ? 'DOWNSTREAM_SERVICE_ERROR' : (extensions['code'] ?? 'UNKNOWN');
  return maskError(
    new GraphQLError(message, { nodes, path, originalError, extensions: { ...extensions, code } }),
    trace,
  );
}

/** For errors that Apollo Server makes before anything is executed. */
export function formatRequestError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  const given = cause instanceof PublicError ? cause.extensions['code'] : formatted.extensions?.['code'];
  const code = tooManyTokens(formatted)
    ? ErrorCode.QUERY_TOO_COMPLEX
    : WITHOUT_A_CODE.has(formatted.message)
      ? ErrorCode.BAD_USER_INPUT
      : (TRANSLATED[String(given)] ?? given);
  if (!PUBLIC.has(code)) {
    return {
      message: 'Something went wrong on our side.',
      extensions: { code: ErrorCode.INTERNAL_SERVER_ERROR },
    };
  }
  return { ...formatted, extensions: { ...formatted.extensions, code } };
}

/** graphql-js ends parsing at the limit of tokens with a syntax error that only its message tells from others. */
function tooManyTokens({ message }: GraphQLFormattedError): boolean {
  return (
    message.startsWith('Syntax Error: Document contains more that') ||
    message.startsWith('Syntax Error: Document contains more than')
  );
}

export function withTrace(error: GraphQLFormattedError, traceId: string): GraphQLFormattedError {
  return { ...error, extensions: { traceId, ...error.extensions } };
}
