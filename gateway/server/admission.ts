import type { GraphQLRequest } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Engine } from '../engine/engine';
import type { Generation } from '../engine/generation';
import { OperationCosts } from '../limits/cost';
import { costDirectives } from '../limits/cost-directives';
import { tooComplex } from '../limits/document-limits';
import type { Limits } from '../limits/limits';
import type { RateLimiter } from '../limits/rate-limiter';
import type { OperationContext, OperationPlugin } from './operation-hooks';
import { sha256, type PersistedOperations } from './persisted-operations';

/** What a refusal is worth: about what it takes to parse, validate and measure a document that is then not executed. */
const REFUSAL_COST = 10;
const NOTHING = '{ __typename }';

export interface AdmissionOptions {
  readonly engine: Engine;
  readonly limits: Limits;
  /** Null: nobody's requests are counted. */
  readonly rateLimiter: RateLimiter | null;
  readonly operations: PersistedOperations;
}

/**
 * Whether an operation may be executed at all, whichever way it came: decided before any subgraph is called, by the client's
 * budget, by the manifest where nothing else is answered, and by the operation's cost.
 */
export function admission(options: AdmissionOptions): OperationPlugin {
  const { engine, limits, rateLimiter, operations } = options;
  const costs = new WeakMap<Generation, OperationCosts>();
  const costOf = (
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): number => {
    const generation = engine.generationOf(schema);
    let known = costs.get(generation);
    if (!known) {
      known = new OperationCosts(schema, costDirectives(generation.supergraphDocument));
      costs.set(generation, known);
    }
    return known.of(document, operation, variables);
  };

  const listener = {
    async didResolveOperation({ schema, document, operation, request, contextValue }: OperationContext) {
      const { outcome } = contextValue;
      if (outcome.refusal) throw outcome.refusal;
      if (!document || !operation) return;
      outcome.cost = costOf(schema, document, operation, request.variables ?? {});
      if (outcome.cost > limits.cost) {
        throw tooComplex(
          `The operation may touch ${outcome.cost} objects; at most ${limits.cost} are allowed. Ask for fewer at a time.`,
        );
      }
      const refusal = rateLimiter?.spend(contextValue, outcome.cost);
      if (refusal) throw refusal;
      outcome.admitted = true;
    },

    async didEncounterErrors({ contextValue }: OperationContext) {
      const { admitted, refusal } = contextValue.outcome;
      if (!admitted && !refusal) rateLimiter?.charge(contextValue, REFUSAL_COST);
    },

    async willSendResponse({ request, contextValue, response: { body } }: OperationContext) {
      const { cost } = contextValue.outcome;
      if (cost === undefined || body?.kind !== 'single' || !asksForCost(request)) return;
      const budget = rateLimiter?.budget(contextValue);
      const told = { operation: cost, limit: limits.cost, ...(budget && { budget }) };
      body.singleResult.extensions = { ...body.singleResult.extensions, cost: told };
    },
  };

  return {
    async requestDidStart({ request, contextValue }) {
      const refusal = rateLimiter?.refusal(contextValue);
      if (refusal) {
        // Apollo Server hears a refusal only once it has an operation. The client's own is not looked at.
        contextValue.outcome.refusal = refusal;
        replace(request, NOTHING);
      } else if (operations.only && request.query !== undefined) {
        replace(request, undefined, sha256(request.query));
      }
      return listener;
    },
  };
}

function replace(request: GraphQLRequest, query: string | undefined, hash?: string): void {
  request.query = query;
  request.extensions = {
    ...request.extensions,
    persistedQuery: hash === undefined ? undefined : { version: 1, sha256Hash: hash },
  };
  if (query !== undefined) request.operationName = undefined;
}

/** Asked for by a header or, where there are none for each operation, by the request's own extensions. */
function asksForCost({ http, extensions }: GraphQLRequest): boolean {
  return http?.headers.get('x-bodega-cost') === '1' || extensions?.['cost'] === true;
}
