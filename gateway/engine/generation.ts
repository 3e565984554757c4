import { createHash } from 'node:crypto';
import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { getOperationAST, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { prepareOperation, type PreparedOperation } from './prepared-operation';
import type { SourceFactory, SubgraphAddress, SubgraphSource } from './source';

/** Features that a supergraph may require and that the subgraphs, not the gateway, enforce. */
const ENFORCED_BY_SUBGRAPHS = ['authenticated', 'requiresScopes', 'policy'].map(
  (feature) => `https://specs.apollo.dev/${feature}/v0.1`,
);

/**
 * Everything derived from one supergraph. Never changes: a request holds on to the generation that it began with, and
 * a new supergraph makes a new one.
 */
export interface Generation {
  /** Hash of the supergraph's text: the same supergraph has the same id in every process. */
  readonly id: string;
  readonly sdl: string;
  /** The text as a document, for directives that the schemas below do not keep. */
  readonly supergraphDocument: DocumentNode;
  /** What clients see, in the planner's own model. */
  readonly api: Schema;
  /** What clients see, for graphql-js. */
  readonly schema: GraphQLSchema;
  /** The API with its inaccessible parts and join directives. */
  readonly supergraphSchema: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly subgraphs: readonly SubgraphAddress[];
  readonly sources: ReadonlyMap<string, SubgraphSource>;
  /**
   * The operation with its plan, made on first use and kept as long as the document. The document must be valid against
   * `schema`. Throws a GraphQLError when it has no such operation or cannot be planned.
   */
  operation(document: DocumentNode, operationName?: string): PreparedOperation;
}

/** Builds a generation; throws when the text is not a supergraph that this gateway can serve. */
export function createGeneration(sdl: string, sourceOf: SourceFactory): Generation {
  const supergraph = Supergraph.build(sdl, {
    supportedFeatures: new Set([...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, ...ENFORCED_BY_SUBGRAPHS]),
    validateSupergraph: false,
  });
  const api = supergraph.apiSchema();
  const subgraphs = [...supergraph.subgraphsMetadata()].map(({ name, url }) => ({ name, url }));
  const prepared = new WeakMap<DocumentNode, Map<string, PreparedOperation>>();
  const generation: Generation = {
    id: createHash('sha256').update(sdl).digest('hex').slice(0, 16),
    sdl,
    supergraphDocument: parse(sdl, { noLocation: true }),
    api,
    schema: api.toGraphQLJSSchema(),
    supergraphSchema: supergraph.schema.toGraphQLJSSchema(),
    planner: new QueryPlanner(supergraph, { exposeDocumentNodeInFetchNode: true }),
    subgraphs,
    sources: new Map(subgraphs.map((subgraph) => [subgraph.name, sourceOf(subgraph)])),
    operation(document, given = '') {
      // The only operation of a document is the same with its name and without.
      const operationName = given || (getOperationAST(document)?.name?.value ?? '');
      let ofDocument = prepared.get(document);
      if (!ofDocument) prepared.set(document, (ofDocument = new Map<string, PreparedOperation>()));
      let operation = ofDocument.get(operationName);
      if (!operation) {
        operation = prepareOperation(generation, document, operationName);
        ofDocument.set(operationName, operation);
      }
      return operation;
    },
  };
  return generation;
}
