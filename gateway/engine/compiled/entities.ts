import type { ResponsePath } from '@apollo/query-planner';
import { isData, type Data } from './merge';

/** The objects at a plan's path, where `@` stands for each element of a list. Nulls and other shapes have none. */
export function entitiesAt(data: unknown, path: ResponsePath): Data[] {
  const found: Data[] = [];
  collect(data, path, 0, found);
  return found;
}

function collect(value: unknown, path: ResponsePath, depth: number, found: Data[]): void {
  const part = path[depth];
  if (part === undefined) {
    // A list at the end of a path stands for its elements.
    if (Array.isArray(value)) for (const element of value) collect(element, path, depth, found);
    else if (isData(value)) found.push(value);
  } else if (part === '@') {
    if (Array.isArray(value)) for (const element of value) collect(element, path, depth + 1, found);
  } else if (isData(value)) {
    collect(value[part], path, depth + 1, found);
  }
}

/** Where in the answer each object of `entitiesAt` stands, in the same order. Looked for only when there is an error. */
export function pathsTo(data: unknown, path: ResponsePath): (string | number)[][] {
  const found: (string | number)[][] = [];
  const walk = (value: unknown, depth: number, at: (string | number)[]): void => {
    const part = path[depth];
    if (part === undefined ? Array.isArray(value) : part === '@') {
      if (Array.isArray(value))
        value.forEach((element, index) => walk(element, part === '@' ? depth + 1 : depth, [...at, index]));
    } else if (part === undefined) {
      if (isData(value)) found.push(at);
    } else if (isData(value)) {
      walk(value[part], depth + 1, [...at, part]);
    }
  };
  walk(data, 0, []);
  return found;
}
