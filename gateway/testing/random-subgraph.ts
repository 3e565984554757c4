import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  getNamedType,
  GraphQLError,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { SourceRequest, SourceResult, SubgraphSource } from '../engine/source';
import { hash, Random } from './random';

export interface Faults {
  /** One field in so many throws; 0: none. */
  readonly throwing: number;
  /** One value in so many of the finished answer is replaced by null or by something of another type; 0: none. */
  readonly corrupting: number;
  /** One fetch in so many is rejected; 0: none. */
  readonly failing: number;
}

interface Node {
  readonly __typename: string;
  readonly node: string;
}

/**
 * A subgraph that answers every field with a value made from the seed, the object and the arguments alone: the same
 * request always has the same answer, its faults included.
 */
export class RandomSubgraph implements SubgraphSource {
  readonly #schema: GraphQLSchema;
  readonly requests: string[] = [];

  constructor(
    readonly name: string,
    readonly typeDefs: DocumentNode,
    private readonly seed: number,
    private readonly faults: Faults,
  ) {
    this.#schema = schemaOf(typeDefs);
  }

  async fetch(request: SourceRequest): Promise<SourceResult> {
    const asked = `${this.name} ${request.text} ${JSON.stringify(request.variables)}`;
    this.requests.push(asked);
    if (this.#random(asked).oneIn(this.faults.failing || Infinity)) throw new Error('away');
    const { data, errors } = await execute({
      schema: this.#schema,
      document: request.document,
      variableValues: request.variables,
      fieldResolver: this.#resolve,
      typeResolver: (value: Node) => value.__typename,
    });
    const text = JSON.stringify({ data, ...(errors && { errors }) });
    const answer: SourceResult = JSON.parse(text);
    return this.faults.corrupting === 0
      ? answer
      : { ...answer, data: this.#corrupted(answer.data, asked) as SourceResult['data'] };
  }

  async subscribe(): Promise<SourceResult> {
    return { errors: [{ message: 'Not offered' }] };
  }

  async health(): Promise<Record<string, 'up'>> {
    return {};
  }

  async stop(): Promise<void> {}

  #random(what: string): Random {
    return new Random(this.seed ^ hash(what));
  }

  readonly #resolve: GraphQLFieldResolver<Record<string, unknown> | undefined, unknown> = (
    source,
    args,
    _context,
    info,
  ) => {
    // What a representation brought with it.
    const given = source?.[info.fieldName];
    if (given !== undefined) return given;
    const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
    const object =
      text(source?.['node']) ??
      `${text(source?.['__typename']) ?? info.parentType.name}:${text(source?.['id']) ?? ''}`;
    const random = this.#random(`${object} ${info.fieldName} ${JSON.stringify(args)}`);
    if (random.oneIn(this.faults.throwing || Infinity))
      throw new GraphQLError(`${info.fieldName} fails`, { extensions: { code: 'FORBIDDEN' } });
    return this.#value(info.returnType, random, `${object}.${info.fieldName}`, info.fieldName);
  };

  #value(type: GraphQLOutputType, random: Random, at: string, field: string): unknown {
    if (isNonNullType(type)) return this.#present(type.ofType, random, at, field);
    return random.oneIn(6) ? null : this.#present(type, random, at, field);
  }

  #present(type: GraphQLOutputType, random: Random, at: string, field: string): unknown {
    if (isListType(type)) {
      return Array.from({ length: random.below(4) }, (_, index) =>
        this.#value(type.ofType, random, `${at}[${index}]`, field),
      );
    }
    const named = getNamedType(type);
    if (isEnumType(named)) return random.pick(named.getValues())?.name;
    if (isLeafType(named)) return leaf(named.name, random, field);
    const concrete = isAbstractType(named) ? random.pick(this.#schema.getPossibleTypes(named)) : named;
    const id = String(random.below(4));
    // Entities of one id are one object, wherever they are met.
    return { __typename: concrete?.name, id, node: `${concrete?.name}:${id}` };
  }

  #corrupted(value: unknown, at: string): unknown {
    if (Array.isArray(value))
      return value.map((element, index) => this.#corrupted(element, `${at}.${index}`));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, child]) => [
          key,
          key === '_entities'
            ? this.#entities(child, at)
            : key === '__typename'
              ? child
              : this.#corrupted(child, `${at}.${key}`),
        ]),
      );
    }
    const random = this.#random(at);
    if (!random.oneIn(this.faults.corrupting)) return value;
    return random.pick([null, true, 'text', 1.5, -7]);
  }

  #entities(value: unknown, at: string): unknown {
    if (!Array.isArray(value)) return value;
    // An entity that is no object at all makes the whole answer unusable: that has a test of its own.
    return value.map((element: unknown, index) =>
      element === null ? null : this.#corrupted(element, `${at}.${index}`),
    );
  }
}

const schemas = new WeakMap<DocumentNode, GraphQLSchema>();

function schemaOf(typeDefs: DocumentNode): GraphQLSchema {
  let schema = schemas.get(typeDefs);
  if (!schema) schemas.set(typeDefs, (schema = buildSubgraphSchema({ typeDefs })));
  return schema;
}

function leaf(type: string, random: Random, field: string): unknown {
  switch (type) {
    case 'ID':
      return field === 'id' ? String(random.below(4)) : `id-${random.below(100)}`;
    case 'Int':
      return random.below(1_000) - 500;
    case 'Float':
      return random.below(1_000) / 8;
    case 'Boolean':
      return random.oneIn(2);
    default:
      return `text ${random.below(1_000)}`;
  }
}
