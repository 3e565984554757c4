import { createHash } from 'node:crypto';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor';
import { connectionOf, pageSize } from './connection';

function codeOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return (error as { extensions: { code: unknown } }).extensions.code;
  }
  return 'accepted';
}

describe('cursors', () => {
  it('come back as they were made', () => {
    const parts = ['Año "nuevo"', 12, null, true];
    expect(decodeCursor('products', encodeCursor('products', parts))).toEqual(parts);
  });

  it('are refused when altered in any character, cut, invented, or from another list', () => {
    const cursor = encodeCursor('products', ['a', 1]);
    for (let at = 0; at < cursor.length; at++) {
      const altered = cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
      // The last character of base64url may carry bits that mean nothing: such a cursor says the same.
      if (Buffer.from(altered, 'base64url').equals(Buffer.from(cursor, 'base64url'))) continue;
      expect([altered, codeOf(() => decodeCursor('products', altered))]).toEqual([altered, 'BAD_USER_INPUT']);
    }
    for (const wrong of ['', 'x', '\0', cursor.slice(0, -4), encodeCursor('orders', ['a', 1])]) {
      expect(codeOf(() => decodeCursor('products', wrong))).toBe('BAD_USER_INPUT');
    }
  });

  it('are refused when somebody who knows the digest made them of other parts', () => {
    const forged = (body: string): string => {
      const digest = createHash('sha256').update(`products\n${body}`).digest('base64url').slice(0, 8);
      return Buffer.from(`${digest}${body}`).toString('base64url');
    };
    const rules = z.tuple([z.uuid()]);
    const id = '018f3c5e-7d2a-7c11-9a52-3f1f0b2c4d5e';
    expect(decodeCursor('products', forged(`["${id}"]`), rules)).toEqual([id]);
    for (const body of ['["x"]', '[]', 'null', '{"a":1}', '[{}]', 'no JSON']) {
      expect([body, codeOf(() => decodeCursor('products', forged(body), rules))]).toEqual([
        body,
        'BAD_USER_INPUT',
      ]);
    }
    expect(codeOf(() => decodeCursor('products', forged('{"a":1}')))).toBe('BAD_USER_INPUT');
  });
});

describe('connections', () => {
  it('tell from one row too many that there is a next page', () => {
    const page = connectionOf(['a', 'b', 'c'], { size: 2, after: 'x' }, (node) => `c-${node}`);
    expect(page).toEqual({
      edges: [
        { cursor: 'c-a', node: 'a' },
        { cursor: 'c-b', node: 'b' },
      ],
      nodes: ['a', 'b'],
      pageInfo: { hasNextPage: true, hasPreviousPage: true, startCursor: 'c-a', endCursor: 'c-b' },
    });
    expect(connectionOf([], { size: 2 }, String).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  it('have from 1 to 100 rows', () => {
    expect([undefined, null, 1, 100].map((first) => pageSize(first))).toEqual([20, 20, 1, 100]);
    expect([0, -1, 101].map((first) => codeOf(() => pageSize(first)))).toEqual(
      Array(3).fill('BAD_USER_INPUT'),
    );
  });
});
