import {
  CancelOrderDocument,
  ConfirmOrderDocument,
  PurchaseDocument,
  SellDocument,
} from '../../../schema/operations/generated/graphql';
import type { Api } from '../../support/api';
import { untilAnswered } from './until-answered';
import { MOMENTS, type Failpoint, type Moment } from './failpoint';

/** What a client sends, and sends again after a crash, until it is answered. */
export interface Request {
  /** The order's id when it was answered with the order in this state; null for anything else. */
  send(): Promise<string | null>;
}

/** A step of an order, and the request that leads to it. */
export interface CrashStep {
  readonly name: string;
  readonly subgraph: Failpoint['subgraph'];
  readonly statement: string | null;
  readonly moments: readonly Moment[];
  /** Does what must come before, and returns the request that dies. */
  prepare(api: Api, productId: string, key: string): Promise<Request>;
}

const QUANTITY = 3;

function sale(api: Api, productId: string, idempotencyKey: string): Request {
  const input = { lines: [{ productId, quantity: QUANTITY }], idempotencyKey };
  return {
    async send() {
      const { sell } = await api.request(SellDocument, { input });
      return sell?.__typename === 'Order' && sell.status === 'COMPLETED' ? sell.id : null;
    },
  };
}

function purchase(api: Api, productId: string, idempotencyKey: string): Request {
  const input = { lines: [{ productId, quantity: QUANTITY }], idempotencyKey };
  return {
    async send() {
      const answer = await api.request(PurchaseDocument, { input });
      return answer.purchase?.__typename === 'Order' ? answer.purchase.id : null;
    },
  };
}

async function placed(api: Api, productId: string, key: string): Promise<string> {
  const id = await untilAnswered(() => purchase(api, productId, key).send());
  if (id === null) throw new Error('The purchase was refused');
  return id;
}

async function confirmation(api: Api, productId: string, key: string): Promise<Request> {
  const id = await placed(api, productId, key);
  return {
    async send() {
      const { confirmOrder } = await api.request(ConfirmOrderDocument, { id });
      return confirmOrder?.__typename === 'Order' && confirmOrder.status === 'COMPLETED' ? id : null;
    },
  };
}

async function cancellation(api: Api, productId: string, key: string): Promise<Request> {
  const id = await placed(api, productId, key);
  return {
    async send() {
      const { cancelOrder } = await api.request(CancelOrderDocument, { id, reason: 'changed my mind' });
      return cancelOrder?.__typename === 'Order' && cancelOrder.status === 'CANCELLED' ? id : null;
    },
  };
}

const COMMIT_ONLY = MOMENTS.slice(0, 2);

/** Every step that a sale and a purchase have, in orders and in inventory. Those that tell no event are not published. */
export const CRASH_STEPS: readonly CrashStep[] = [
  {
    name: 'OPEN',
    subgraph: 'orders',
    statement: 'order-open',
    moments: COMMIT_ONLY,
    prepare: async (...request) => sale(...request),
  },
  step('TAKE', 'inventory', async (...request) => sale(...request)),
  step('COMPLETE', 'orders', async (...request) => sale(...request)),
  step('RESERVE', 'inventory', async (...request) => purchase(...request)),
  step('AWAIT', 'orders', async (...request) => purchase(...request)),
  step('CONFIRM', 'inventory', confirmation),
  step('RELEASE', 'inventory', cancellation),
  step('CLOSE', 'orders', cancellation),
];

function step(name: string, subgraph: CrashStep['subgraph'], prepare: CrashStep['prepare']): CrashStep {
  return { name, subgraph, statement: null, moments: MOMENTS, prepare };
}
