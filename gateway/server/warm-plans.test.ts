import { Engine } from '../engine/engine';
import { documentLimits } from '../limits/document-limits';
import { DEFAULT_LIMITS } from '../limits/limits';
import { silent } from '../testing/door';
import { Shop } from '../testing/shop';
import { DocumentStore } from './document-store';
import { warmPlans } from './warm-plans';

describe('plans that are made before anybody asks', () => {
  it('are those of the valid operations, each made once', async () => {
    const { supergraphSdl, sources } = new Shop();
    const engine = new Engine({ supergraphSdl, sources, subscriptionPolicies: {}, log: silent });
    const documents = new DocumentStore();
    const rules = [documentLimits({ ...DEFAULT_LIMITS, depth: 2 }, new Set())];
    const planned = jest.spyOn(engine.generation.planner, 'buildQueryPlan');
    const valid = 'query Names { products { totalCount } }';
    const texts = ['{ nothing }', '{', valid, '{ products { nodes { twin { id } } } }'];
    await warmPlans(engine, documents, texts, rules);
    expect(planned).toHaveBeenCalledTimes(1);
    const { schema } = engine.generation;
    expect(texts.map((text) => documents.find(schema, text) !== undefined)).toEqual([
      false,
      false,
      true,
      false,
    ]);
    const document = documents.find(schema, valid);
    if (document) for (const name of [undefined, 'Names']) engine.generation.operation(document, name);
    expect(planned).toHaveBeenCalledTimes(1);
    await engine.stop();
  });
});
