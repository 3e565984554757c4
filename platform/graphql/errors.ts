import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';

/** Every value of `extensions.code` that a client can meet. */
export enum ErrorCode {
  UNAUTHENTICATED = 'UNAUTHENTICATED',
  FORBIDDEN = 'FORBIDDEN',
  BAD_USER_INPUT = 'BAD_USER_INPUT',
  GRAPHQL_PARSE_FAILED = 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED = 'GRAPHQL_VALIDATION_FAILED',
  QUERY_TOO_COMPLEX = 'QUERY_TOO_COMPLEX',
  RATE_LIMITED = 'RATE_LIMITED',
  SERVICE_UNAVAILABLE = 'SERVICE_UNAVAILABLE',
  INTERNAL_SERVER_ERROR = 'INTERNAL_SERVER_ERROR',
  /** A subscription that must be resumed: its supergraph was replaced. */
  SUBSCRIPTION_SCHEMA_RELOAD = 'SUBSCRIPTION_SCHEMA_RELOAD',
  /** A subscription that fell too far behind: resume with the cursor in `extensions.cursor`. */
  RESYNC = 'RESYNC',
}

/** An error that is meant for the client: its message and code pass the masking unchanged. */
export class PublicError extends GraphQLError {
  constructor(code: ErrorCode, message: string, extensions: GraphQLErrorExtensions = {}) {
    super(message, { extensions: { ...extensions, code } });
  }
}

export const unauthenticated = (): PublicError =>
  new PublicError(ErrorCode.UNAUTHENTICATED, 'Log in first: this needs a valid access token or API key.');

export const forbidden = (): PublicError =>
  new PublicError(ErrorCode.FORBIDDEN, 'Your role or API key does not allow this.');

export const badUserInput = (message: string): PublicError =>
  new PublicError(ErrorCode.BAD_USER_INPUT, message);

/** A dependency did not answer in time. Nothing was half done; the client may try again. */
export const serviceUnavailable = (what: string): PublicError =>
  new PublicError(
    ErrorCode.SERVICE_UNAVAILABLE,
    `${what} cannot be reached at the moment. Try again shortly.`,
  );
