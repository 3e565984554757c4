import type { SubgraphName } from '../platform/subgraph/subgraph';
import { readConfiguration as readEnrichment } from '../subgraphs/enrichment/enrichment.configuration';
import { ordersSettings } from '../subgraphs/orders/orders.settings';
import type { Configuration } from './configuration';
import { readSupergraph } from './watch-supergraph';

/**
 * Reads what the parts will read for themselves once their databases are there: what is wrong is said before anything starts.
 * @throws ConfigurationError that names the variable.
 */
export function checkParts(
  { environment, supergraph }: Configuration,
  runsHere: (name: SubgraphName) => boolean,
): void {
  if (runsHere('orders')) ordersSettings(environment);
  if (runsHere('enrichment')) readEnrichment(environment);
  if (supergraph !== undefined) readSupergraph(supergraph);
}
