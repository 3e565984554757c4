import { deduplicate } from './representations';

const apple = { __typename: 'Apple', id: '1' };
const berry = { __typename: 'Berry', id: '1' };

describe('representations', () => {
  it('that are equal are sent once, and each gets an answer of its own', () => {
    const { json, expand } = deduplicate({ first: 1, representations: [apple, berry, { ...apple }] });
    expect(JSON.parse(json)).toEqual({ first: 1, representations: [apple, berry] });
    const { data } = expand({ data: { _entities: [{ size: { of: 1 } }, { size: { of: 2 } }] } });
    const entities = data?.['_entities'] as { size: object }[];
    expect(entities).toEqual([{ size: { of: 1 } }, { size: { of: 2 } }, { size: { of: 1 } }]);
    expect(entities[2]?.size).not.toBe(entities[0]?.size);
  });

  it('that are equal share an error, each at its own position', () => {
    const { expand } = deduplicate({ representations: [apple, berry, apple] });
    const errors = [{ message: 'no', path: ['_entities', 0, 'size'] }, { message: 'all' }];
    expect(expand({ data: { _entities: [null, {}] }, errors }).errors).toEqual([
      { message: 'no', path: ['_entities', 0, 'size'] },
      { message: 'no', path: ['_entities', 2, 'size'] },
      { message: 'all' },
    ]);
  });

  it('that all differ are sent as they are', () => {
    const given = { representations: [apple, berry] };
    const { json, expand } = deduplicate(given);
    expect(JSON.parse(json)).toEqual(given);
    const result = { data: { _entities: [null, {}] } };
    expect(expand(result)).toBe(result);
  });
});
