import { parse, type DocumentNode } from 'graphql';
import type { Random } from './random';

export interface SubgraphSdl {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@inaccessible"])`;

const ENTITIES = ['Apple', 'Berry', 'Cherry'] as const;
const LEAVES = ['String', 'Int', 'Boolean', 'ID', 'Float', 'Color'] as const;

/**
 * Subgraphs that own three entities between them: fields spread over the subgraphs, references, lists of lists, a union,
 * an interface, a shared value type, fields that require others. They do not always compose.
 */
export function randomSubgraphs(random: Random): SubgraphSdl[] {
  const names = ['one', 'two', 'three'].slice(0, 2 + random.below(2));
  return names.map((name, index) => ({ name, typeDefs: parse(subgraph(name, index, names, random)) }));
}

function subgraph(name: string, index: number, names: readonly string[], random: Random): string {
  const entities = ENTITIES.map((entity) => {
    const fields = Array.from(
      { length: 1 + random.below(3) },
      (_, field) => `${name}${entity}${field}: ${outputType(random)}`,
    );
    // Known to the first subgraph, needed by the second.
    if (index === 0) fields.push('base: String', 'label: String! @shareable');
    if (index === 1) fields.push('base: String @external', 'derived: String! @requires(fields: "base")');
    if (index === 2) fields.push('label: String! @shareable');
    const named = index === 0 ? ' implements Named' : '';
    return `type ${entity}${named} @key(fields: "id") { id: ID! ${fields.join(' ')} }`;
  });
  const roots = Array.from({ length: 2 }, (_, field) => `${name}Root${field}: ${outputType(random)}`);
  return `${LINK}
    enum Color { RED GREEN ${index === 0 && random.oneIn(2) ? 'HIDDEN @inaccessible' : 'BLUE'} }
    ${entities.join('\n')}
    union Fruit = ${ENTITIES.join(' | ')}
    type Basket @shareable { fruit: Fruit first: Apple size: Int! }
    ${index === 0 ? 'interface Named { id: ID! label: String! }' : ''}
    type Query { ${roots.join(' ')} ${name}All: [Fruit!]! ${index === 0 ? 'named: [Named!]!' : ''} }
    ${names.length === index + 1 ? `type Mutation { change${name}: Basket again${name}: Fruit }` : ''}`;
}

function outputType(random: Random): string {
  const named = random.oneIn(2)
    ? random.pick(LEAVES)
    : random.pick([...ENTITIES, 'Basket', 'Fruit'] as const);
  return random.pick([
    named,
    named,
    `${named}!`,
    `[${named}]`,
    `[${named}!]`,
    `[${named}!]!`,
    `[[${named}]!]`,
  ] as const);
}
