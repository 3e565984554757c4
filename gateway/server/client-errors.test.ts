import { GraphQLError } from 'graphql';
import { ErrorCode, forbidden, PublicError } from '../../platform/graphql/errors';
import { silent } from '../testing/door';
import { clientError, formatRequestError } from './client-errors';

const trace = { log: silent, traceId: '0'.repeat(32) };
const told = (error: GraphQLError) => clientError(error, trace).toJSON();
const masked = {
  message: 'Something went wrong on our side.',
  extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: trace.traceId },
};

describe('errors as clients see them', () => {
  it('keep message, code and the figures that belong to them, without the name of the subgraph', () => {
    const limited = new PublicError(ErrorCode.RATE_LIMITED, 'Slow down.', {
      retryAfterSeconds: 3,
      serviceName: 'auth',
    });
    expect(told(limited)).toEqual({
      message: 'Slow down.',
      extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 3, traceId: trace.traceId },
    });
    expect(told(forbidden()).extensions?.['code']).toBe('FORBIDDEN');
  });

  it.each([
    ['without a code', new GraphQLError('select * from users')],
    ['of an unknown code', new GraphQLError('no', { extensions: { code: 'ECONNREFUSED' } })],
    [
      'with which a subgraph refuses the gateway',
      new GraphQLError('Cannot query field "x"', {
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', serviceName: 'auth' },
      }),
    ],
    ['of an exception', new GraphQLError('x', { originalError: new Error('at db.internal:5432') })],
  ])('are masked %s', (_what, error) => {
    expect(told(error)).toEqual(masked);
  });

  it('are masked when they come from Apollo Server with a code that is no business of clients', () => {
    expect(
      formatRequestError(
        { message: 'boom', extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at x'] } },
        new Error('boom'),
      ),
    ).toEqual({
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });
});
