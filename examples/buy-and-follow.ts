// Buys a product as a customer does, confirms the order as the shop does, and follows the stock while that happens.
// Every field below is typed by the schema: rename one there, and `npm run typecheck` fails here.
//
//   npm run example
import { EventEmitter, once } from 'node:events';
import { commandLine, noArguments } from '../platform/process/command-line';
import {
  ConfirmOrderDocument,
  LoginDocument,
  ProductsDocument,
  PurchaseDocument,
  StockChangedDocument,
} from '../schema/operations/generated/graphql';
import { typedClient } from './typed-client';

const url = process.env['BODEGA_URL'] ?? `http://localhost:${process.env['PORT'] ?? '4000'}/graphql`;

async function logIn(email: string): Promise<string> {
  const { login } = await typedClient(url).request(LoginDocument, {
    input: { email, password: 'bodega-demo-2026' },
  });
  if (login?.__typename !== 'Session') throw new Error(login?.message ?? 'The login failed');
  return login.accessToken;
}

const USAGE = `Usage: npm run example

  Buys a product of the demo business and follows its stock. BODEGA_URL is http://localhost:4000/graphql unless set.`;

async function main(): Promise<void> {
  commandLine(USAGE, noArguments);
  const shop = typedClient(url, await logIn('demo@bodega.test'));
  const customer = typedClient(url, await logIn('buyer@bodega.test'));

  const { products } = await shop.request(ProductsDocument, { first: 50, sort: 'NAME' });
  const product = products?.nodes.find(({ stock }) => (stock?.available ?? 0) >= 2);
  if (!product) throw new Error('Nothing of which two are left; adjust some stock first');
  console.log(
    `${product.name}: ${product.stock?.available} available at ${product.price.amount} ${product.price.currency}`,
  );

  const changes: string[] = [];
  const followed = new EventEmitter();
  const stop = await shop.subscribe(
    StockChangedDocument,
    { productIds: [product.id] },
    ({ stockChanged }) => {
      const { onHand, reserved, available, level } = stockChanged;
      changes.push(`${onHand} on hand, ${reserved} reserved, ${available} available (${level})`);
      followed.emit('change');
    },
  );

  const lines = [{ productId: product.id, quantity: 2 }];
  const { purchase } = await customer.request(PurchaseDocument, { input: { lines } });
  if (purchase?.__typename !== 'Order') throw new Error(purchase?.message ?? 'The purchase failed');
  console.log(`Reserved for ${purchase.total.amount} ${purchase.total.currency} until ${purchase.expiresAt}`);

  const { confirmOrder } = await shop.request(ConfirmOrderDocument, { id: purchase.id });
  if (confirmOrder?.__typename !== 'Order')
    throw new Error(confirmOrder?.message ?? 'The confirmation failed');
  console.log(`Order ${confirmOrder.number} is ${confirmOrder.status}`);

  while (changes.length < 2) await once(followed, 'change', { signal: AbortSignal.timeout(5_000) });
  for (const change of changes) console.log(`  stock: ${change}`);
  stop();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
