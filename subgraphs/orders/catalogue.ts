import { Combiner, fulfilled } from '../../platform/async/combiner';
import { remainingMillis, type RequestContext } from '../../platform/context';
import { serviceUnavailable } from '../../platform/graphql/errors';
import { INTERNAL_SCOPE } from '../../platform/identity/identity';
import { DeadlineExceeded, withDeadline } from '../../platform/resilience/deadline';
import type { OrdersContext, OrdersServices } from './orders.context';
import { catalogueItems, type CatalogueItem } from './peers/catalogue-items';

interface Question {
  readonly ids: readonly string[];
  readonly request: RequestContext;
}

/** By product id; those that the business does not have are left out. */
export type CatalogueItems = ReadonlyMap<string, CatalogueItem>;

/** Asks once for all who ask while an earlier question is on its way. Every answer is younger than its question. */
export type Catalogue = Combiner<Question, CatalogueItems>;

/** Questions put as one, at most. */
const MOST = 64;
const ANSWER_MILLIS = 5_000;

export function catalogueOf(services: () => OrdersServices): Catalogue {
  return new Combiner({
    most: MOST,
    async together(_tenantId, questions) {
      const ids = [...new Set(questions.flatMap((question) => question.ids))];
      const asked = services().peers.request(forAll(questions), catalogueItems, { ids });
      const { catalogueItems: found } = await withDeadline(asked, ANSWER_MILLIS, 'The products service');
      const items: CatalogueItems = new Map(found.map((item) => [item.productId, item]));
      return fulfilled(questions.map(() => items));
    },
  });
}

/** Names, prices and states of products at this moment. Rejects with SERVICE_UNAVAILABLE when no answer comes in time. */
export async function askCatalogue(context: OrdersContext, ids: readonly string[]): Promise<CatalogueItems> {
  const { request, services } = context;
  const millis = remainingMillis(request, ANSWER_MILLIS);
  const asked = services.catalogue.add(context.identity.tenantId, { ids, request });
  try {
    return await withDeadline(asked, millis, 'The products service');
  } catch (error) {
    throw error instanceof DeadlineExceeded ? serviceUnavailable('The products service') : error;
  }
}

/** What one person may know of a price, all of the business may: the question is the business's, not a person's. */
function forAll(questions: readonly Question[]): RequestContext {
  const [first] = questions;
  if (first === undefined || first.request.identity === null) throw new Error('Nobody asks');
  const { tenantId, userId } = first.request.identity;
  return {
    ...first.request,
    identity: { tenantId, userId, role: 'SERVICE', scopes: [INTERNAL_SCOPE], service: 'orders' },
    clientAddress: null,
    deadline: Math.max(...questions.map(({ request }) => request.deadline)),
  };
}
