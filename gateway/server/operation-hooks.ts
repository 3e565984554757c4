import type { GraphQLRequestContext, GraphQLResponse } from '@apollo/server';
import type { GatewayContext } from './gateway-context';

/** What the gateway's own plugins look at of Apollo Server's request context. */
export type OperationContext = Pick<
  GraphQLRequestContext<GatewayContext>,
  'schema' | 'source' | 'document' | 'operation' | 'request' | 'response' | 'contextValue'
>;

/** The hooks that are called for every operation; as Apollo Server has them. */
export interface OperationListener {
  /** Throws to refuse the operation. Must be safe to run again for an operation that it has refused. */
  didResolveOperation?(context: OperationContext): Promise<void>;
  responseForOperation?(context: OperationContext): Promise<GraphQLResponse | null>;
  willSendResponse?(context: OperationContext): Promise<void>;
  /** Called by Apollo Server, which answers all that is refused. */
  didEncounterErrors?(context: OperationContext): Promise<void>;
}

/**
 * A plugin for Apollo Server whose hooks are also called, in the same order, for operations that are answered without it:
 * those whose document it has parsed and validated before.
 */
export interface OperationPlugin {
  /** May replace what is asked for in `request`: then Apollo Server answers. Must be safe to run again. */
  requestDidStart(context: OperationContext): Promise<OperationListener>;
}
