import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { hash, type Random } from './random';

export interface RandomOperation {
  readonly text: string;
  readonly variables: Record<string, unknown>;
}

const MAX_DEPTH = 4;
/** Fields of one operation: beyond them only leaves are selected. */
const MAX_FIELDS = 25;

/** An operation over a schema: aliases, arguments, fragments of each kind, conditions at every level. Not always valid. */
export function randomOperation(
  schema: GraphQLSchema,
  random: Random,
  root: 'query' | 'mutation' = 'query',
): RandomOperation {
  return new Builder(schema, random).operation(root);
}

class Builder {
  readonly #fragments: string[] = [];
  readonly #declared = new Map<string, string>();
  readonly #variables: Record<string, unknown> = {};
  #fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
  ) {}

  operation(kind: 'query' | 'mutation'): RandomOperation {
    const type = kind === 'query' ? this.schema.getQueryType() : this.schema.getMutationType();
    if (!type) throw new Error(`The schema has no ${kind}`);
    const selections = this.#selections(type, 0);
    const declared = [...this.#declared].map(([name, declaration]) => `$${name}: ${declaration}`);
    const head = declared.length > 0 ? `${kind} Random(${declared.join(', ')})` : `${kind} Random`;
    return { text: [`${head} ${selections}`, ...this.#fragments].join('\n'), variables: this.#variables };
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const usable =
      depth >= MAX_DEPTH || this.#fields > MAX_FIELDS
        ? fields.filter((field) => isLeafType(getNamedType(field.type)))
        : fields;
    if (usable.length > 0)
      parts.push(...this.random.some(usable, 4).map((field) => this.#field(field, depth)));
    if (isAbstractType(type)) {
      for (const concrete of this.random.some(this.schema.getPossibleTypes(type), 3))
        parts.push(this.#fragment(concrete, depth));
    } else if (isObjectType(type) && this.random.oneIn(4)) {
      const condition = this.random.pick([undefined, type, ...type.getInterfaces()]);
      parts.push(
        condition
          ? this.#fragment(condition, depth)
          : `...${this.#directives()} ${this.#selections(type, depth + 1)}`,
      );
    }
    if (parts.length === 0 || this.random.oneIn(4))
      parts.push(this.random.oneIn(2) ? '__typename' : 'typename_: __typename');
    return `{ ${parts.join(' ')} }`;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const directives = this.#directives();
    const selections = this.#selections(type, depth + 1);
    if (!this.random.oneIn(3)) return `... on ${type.name}${directives} ${selections}`;
    const name = `Part${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type.name} ${selections}`);
    return `...${name}${directives}`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fields += 1;
    const given = field.args.filter((arg) => isNonNullType(arg.type) || this.random.oneIn(3));
    const args =
      given.length > 0
        ? `(${given.map((arg) => `${arg.name}: ${this.#literal(arg.type, 0)}`).join(', ')})`
        : '';
    // The same key must mean the same field with the same arguments wherever it stands.
    const alias = args !== '' || this.random.oneIn(6) ? `${field.name}_${hash(args) % 1_000}: ` : '';
    const type = getNamedType(field.type);
    const below = isLeafType(type) ? '' : ` ${this.#selections(type, depth + 1)}`;
    return `${alias}${field.name}${args}${this.#directives()}${below}`;
  }

  #directives(): string {
    if (!this.random.oneIn(8)) return '';
    const name = this.random.pick(['include', 'skip'] as const);
    const chosen = this.random.pick(['true', 'false', 'a', 'b'] as const);
    const condition = chosen === 'a' || chosen === 'b' ? this.#condition(chosen) : chosen;
    return ` @${name}(if: ${condition})`;
  }

  #condition(name: 'a' | 'b'): string {
    if (!this.#declared.has(name)) {
      this.#declared.set(name, name === 'a' ? 'Boolean!' : 'Boolean! = true');
      if (name === 'a' || this.random.oneIn(2)) this.#variables[name] = this.random.oneIn(2);
    }
    return `$${name}`;
  }

  #literal(type: GraphQLInputType, depth: number): string {
    if (isNonNullType(type)) return this.#literal(type.ofType, depth);
    if (isListType(type)) return `[${this.#literal(type.ofType, depth)}]`;
    if (isEnumType(type)) return this.random.pick(type.getValues())?.name ?? 'null';
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || (depth < 2 && this.random.oneIn(3)),
      );
      return `{ ${fields.map((field) => `${field.name}: ${this.#literal(field.type, depth + 1)}`).join(', ')} }`;
    }
    if (type.name === 'Int') return String(this.random.below(3));
    if (type.name === 'Float') return '1.5';
    if (type.name === 'Boolean') return String(this.random.oneIn(2));
    return `"${this.random.below(4)}"`;
  }
}
