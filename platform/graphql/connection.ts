import { badUserInput } from './errors';

const MAX_PAGE_SIZE = 100;

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/** The page size asked for; throws BAD_USER_INPUT outside 1–100. */
export function pageSize(first: number | null | undefined, byDefault = 20): number {
  const size = first ?? byDefault;
  if (size < 1 || size > MAX_PAGE_SIZE) throw badUserInput(`"first" must be from 1 to ${MAX_PAGE_SIZE}.`);
  return size;
}

/**
 * A Relay connection of one page.
 * @param rows the page and, where there is one, the row after it: ask the database for `size + 1`.
 */
export function connectionOf<Node>(
  rows: readonly Node[],
  page: { size: number; after?: string | null },
  cursorOf: (node: Node) => string,
): Connection<Node> {
  const nodes = rows.slice(0, page.size);
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > page.size,
      hasPreviousPage: page.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
