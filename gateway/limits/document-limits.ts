import {
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { ErrorCode, PublicError } from '../../platform/graphql/errors';
import { MAX_VISITED, type Limits } from './limits';

export const tooComplex = (message: string): PublicError =>
  new PublicError(ErrorCode.QUERY_TOO_COMPLEX, message, { http: { status: 400 } });

/**
 * A validation rule that refuses documents beyond the limits of depth, aliases and directives, and operations with more than one
 * of the mutations that may stand there once. Operations that only introspect may be deeper, as those of every IDE are:
 * whether introspection is allowed at all is another rule's question.
 */
export function documentLimits(
  limits: Limits,
  oncePerOperation: ReadonlySet<string>,
): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    let visited = 0;
    return {
      OperationDefinition(operation) {
        if (visited > MAX_VISITED) return;
        const found = new Measure((name) => context.getFragment(name), oncePerOperation, visited);
        visited = found.operation(operation).visited;
        const refuse = (what: string, value: number, limit: number): void =>
          context.reportError(
            tooComplex(`The operation has ${what} ${value}; at most ${limit} are allowed.`),
          );
        if (found.visited > MAX_VISITED) context.reportError(tooComplex('The operation is too large.'));
        else if (found.depth > limits.depth && !isPureIntrospection(operation))
          refuse('a depth of', found.depth, limits.depth);
        else if (found.aliases > limits.aliases) refuse('aliases:', found.aliases, limits.aliases);
        else if (found.directives > limits.directives)
          refuse('directives:', found.directives, limits.directives);
        else if (found.once > 1) refuse(`mutations that prove who somebody is:`, found.once, 1);
      },
    };
  };
}

function isPureIntrospection({ selectionSet: { selections } }: OperationDefinitionNode): boolean {
  return selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  );
}

/** Counts with fragments written out, as the executor sees them; gives up beyond MAX_VISITED. */
class Measure {
  depth = 0;
  aliases = 0;
  directives = 0;
  /** Fields that may stand in an operation once. */
  once = 0;
  readonly #open = new Set<string>();
  #isMutation = false;

  /** @param visited in other operations of the document: all of them together are bounded. */
  constructor(
    private readonly fragment: (name: string) => FragmentDefinitionNode | null | undefined,
    private readonly oncePerOperation: ReadonlySet<string>,
    public visited: number,
  ) {}

  operation(operation: OperationDefinitionNode): this {
    this.#isMutation = operation.operation === 'mutation';
    this.directives += operation.directives?.length ?? 0;
    this.#selections(operation.selectionSet, 1);
    return this;
  }

  #selections(set: SelectionSetNode, depth: number): void {
    for (const selection of set.selections) {
      if ((this.visited += 1) > MAX_VISITED) return;
      this.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        this.depth = Math.max(this.depth, depth);
        if (selection.alias) this.aliases += 1;
        if (depth === 1 && this.#isMutation && this.oncePerOperation.has(selection.name.value))
          this.once += 1;
        if (selection.selectionSet) this.#selections(selection.selectionSet, depth + 1);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#selections(selection.selectionSet, depth);
      } else {
        this.#spread(selection.name.value, depth);
      }
    }
  }

  #spread(name: string, depth: number): void {
    const fragment = this.fragment(name);
    // A cycle is refused by a rule of the specification; here it must only not hang.
    if (!fragment || this.#open.has(name)) return;
    this.#open.add(name);
    this.#selections(fragment.selectionSet, depth);
    this.#open.delete(name);
  }
}
