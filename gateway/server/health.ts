import type { RequestHandler } from 'express';
import { withDeadline } from '../../platform/resilience/deadline';
import type { DependencyStatus } from '../../platform/subgraph/subgraph';
import type { SubgraphSource } from '../engine/source';

const HEALTH_LIMIT_MILLIS = 2_000;

/** 200 for as long as the process can answer at all. */
export const live: RequestHandler = (_request, response) => {
  response.json({ status: 'up' });
};

/**
 * Whether the gateway should be sent requests: `up`, `degraded` (it serves, something is missing), `down` (503). One
 * subgraph that is down costs its own fields only, so it is the gateway's ruin only when all are.
 */
export function ready(sources: () => Iterable<SubgraphSource>, stopping: () => boolean): RequestHandler {
  return async (_request, response) => {
    const states = await Promise.all([...sources()].map(stateOf));
    const dependencies = Object.fromEntries(
      states.flatMap(({ name, own, inner }) => [[name, own], ...inner]),
    );
    const all = states.map(({ own }) => own);
    const status =
      stopping() || all.every((state) => state === 'down')
        ? 'down'
        : all.every((state) => state === 'up')
          ? 'up'
          : 'degraded';
    response.status(status === 'down' ? 503 : 200).json({ status, dependencies });
  };
}

async function stateOf(source: SubgraphSource) {
  const down: Record<string, DependencyStatus> = { [source.name]: 'down' };
  const found = await withDeadline(source.health(), HEALTH_LIMIT_MILLIS, source.name).catch(() => down);
  const states = Object.values(found);
  const own: DependencyStatus = states.includes('down')
    ? 'down'
    : states.includes('degraded')
      ? 'degraded'
      : 'up';
  const inner = Object.entries(found)
    .filter(([name]) => name !== source.name)
    .map(([name, state]): [string, DependencyStatus] => [`${source.name}.${name}`, state]);
  return { name: source.name, own, inner };
}
