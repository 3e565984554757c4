import pg from 'pg';
import type { Browser, Locator, Page } from 'playwright-core';
import { OrdersDocument, SellDocument } from '../schema/operations/generated/graphql';
import { Api, newProduct, PASSWORD } from './support/api';
import { builtDashboard, CHROMIUM, launchBrowser } from './support/browser';
import { describeIf } from './support/conditions';
import { openPage, openShop, signIn, type Shop, type ShopPage } from './support/shop';
import { startTestBodega, type TestBodega } from './support/test-bodega';
import { testServerUrl } from './support/test-database';

describeIf(CHROMIUM !== undefined, 'the dashboard, in a browser', 'needs Chromium', () => {
  let bodega: TestBodega;
  let browser: Browser;
  let shop: Shop;
  let opened: ShopPage[];

  beforeAll(async () => {
    const [started] = await Promise.all([startTestBodega(), builtDashboard()]);
    bodega = started;
    browser = await launchBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await bodega?.stop();
  });
  beforeEach(async () => {
    opened = [];
    shop = await openShop(bodega.url);
  });
  afterEach(async () => {
    const faults = opened.flatMap((page) => page.faults);
    await Promise.all(opened.map((page) => page.close()));
    await shop.owner.close();
    expect(faults).toEqual([]);
  });

  async function visit(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
    const page = await openPage(browser, bodega.url, options);
    opened.push(page);
    return page.page;
  }
  async function signedIn(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
    const page = await visit(options);
    await signIn(page, shop.email);
    return page;
  }
  const go = (page: Page, name: string): Promise<void> =>
    page.locator('nav').getByRole('link', { name }).click();
  const figure = (page: Page, name: string): Locator => page.locator(`[data-figure=${name}] .figure-value`);
  const shows = (place: Locator, text: string): Promise<void> =>
    place.filter({ hasText: text }).first().waitFor({ timeout: 10_000 });

  it('a shop’s day: register, make a product and watch its page being written, sell, be alerted', async () => {
    const page = await visit();
    await page.getByRole('link', { name: 'Open a business' }).click();
    await page.getByLabel('Name of the business').fill('Ferretería Sol');
    await page.getByLabel('Your name').fill('Sol');
    await page.getByLabel('E-mail').fill(shop.email);
    await page.getByRole('textbox', { name: 'Password' }).fill('short');
    await page.getByRole('button', { name: 'Open the business' }).click();
    await shows(page.locator('form'), 'at least 12 characters');
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Open the business' }).click();
    await shows(page.locator('form'), 'registered with this e-mail already');
    await page.getByLabel('E-mail').fill(`sol-${shop.email}`);
    await page.getByRole('button', { name: 'Open the business' }).click();
    await shows(figure(page, 'today'), 'No sales yet');

    await go(page, 'Products');
    await page.getByRole('link', { name: 'New product' }).first().click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Red wood screws, box of 100');
    await page.getByLabel('Price').fill('6.90');
    await page.getByLabel('Units in stock').fill('12');
    await page.getByLabel('SKU').fill('SCREW-RED-100');
    await page.getByRole('button', { name: 'Create the product' }).click();
    await page.getByText('Its page is ready.').waitFor();
    await shows(page.locator('.prose'), 'screws');
    await shows(page.locator('.written'), 'Written by the built-in writer');

    // The rest without a mouse, as with a scanner.
    await go(page, 'Sell');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('screw-red-100');
    await page.keyboard.press('Enter');
    await page.getByLabel('Quantity of Red wood screws').waitFor();
    await page.keyboard.type('SCREW-RED-100');
    await page.keyboard.press('Enter');
    await shows(page.locator('.till-total'), '$13.80');
    await page.getByLabel('Quantity of Red wood screws').fill('3');
    await shows(page.locator('.till-total'), '$20.70');
    await page.keyboard.press('Control+Enter');
    await shows(page.locator('.receipt'), 'No. 1');
    await page.getByText('Running low').first().waitFor();
    await page.getByText('Red wood screws, box of 100: 9 left').first().waitFor();
    await page.locator('nav').getByLabel('1 open alert').waitFor();

    await go(page, 'Alerts');
    await page.getByRole('button', { name: 'Mark as seen: Red wood screws' }).click();
    await shows(page.locator('[data-list=alerts]'), 'Seen by Sol');
    await go(page, 'Overview');
    await shows(figure(page, 'today'), '$20.70');
    await shows(figure(page, 'units'), '3');
    await shows(page.locator('[data-list=latest-orders]'), '3 × Red wood screws, box of 100');
  }, 60_000);

  it('side by side: a sale in one browser moves the other within a second', async () => {
    const { sku } = await newProduct(shop.owner, {
      initialStock: 40,
      price: { amount: '12.50', currency: 'USD' },
    });
    const [watching, selling] = await Promise.all([signedIn(), signedIn()]);
    await shows(figure(watching, 'today'), 'No sales yet');
    await go(selling, 'Sell');
    const millis: number[] = [];
    for (const [round, total] of ['$12.50', '$25.00', '$37.50'].entries()) {
      await selling.getByRole('combobox').fill(sku);
      await selling.keyboard.press('Enter');
      await selling.locator('[data-list=cart] li').waitFor();
      await selling.getByRole('button', { name: 'Sell', exact: true }).click();
      const clicked = performance.now();
      await shows(figure(watching, 'today'), total);
      millis.push(performance.now() - clicked);
      await shows(watching.locator('[data-list=latest-orders]'), `#${round + 1}`);
    }
    expect(Math.min(...millis)).toBeLessThan(1_000);
  }, 40_000);

  it('a refusal stands beside what it is about, and says what is left', async () => {
    const { name, sku } = await newProduct(shop.owner, { initialStock: 9 });
    const page = await signedIn();
    await page.goto(`${bodega.url}/products/new`);
    await page.getByRole('textbox', { name: 'Name' }).fill('Another');
    await page.getByLabel('Price').fill('cheap');
    await page.getByRole('button', { name: 'Create the product' }).click();
    await page.getByText('Write the price as a number').waitFor();
    await page.getByLabel('Price').fill('1.234');
    await page.getByLabel('SKU').fill(sku);
    await page.getByRole('button', { name: 'Create the product' }).click();
    await page.getByText('more decimal places than USD has').waitFor();
    await page.getByLabel('Price').fill('1.23');
    await page.getByRole('button', { name: 'Create the product' }).click();
    await page.getByText(`“${name}” has this SKU already.`).waitFor();
    await go(page, 'Sell');
    await page.getByRole('heading', { name: 'Sell', exact: true }).waitFor();
    await page.getByRole('combobox').fill(sku);
    await page.keyboard.press('Enter');
    await page.getByLabel(`Quantity of ${name}`).fill('10');
    await page.getByRole('button', { name: 'Sell', exact: true }).click();
    await shows(page.locator('.cart-row'), 'Only 9 left');
    expect((await shop.owner.request(OrdersDocument, {})).orders?.nodes).toEqual([]);
    await page.getByRole('button', { name: 'Take 9' }).click();
    await page.getByRole('button', { name: 'Sell', exact: true }).click();
    await shows(page.locator('.receipt'), 'No. 1');
  }, 40_000);

  it('offline it says so and queues nothing; back online it resumes, and no alert is missed or told twice', async () => {
    const product = await newProduct(shop.owner, { name: 'Lamp', initialStock: 12 });
    const page = await signedIn();
    await go(page, 'Sell');
    await page.getByRole('combobox').fill(product.sku);
    await page.keyboard.press('Enter');
    await page.locator('[data-list=cart] li').waitFor();
    await page.context().setOffline(true);
    await page.locator('.connection[data-status=lost]').waitFor();
    await page.getByRole('button', { name: 'Sell', exact: true }).click();
    await page.getByText('There is no connection, or it broke').waitFor();
    for (const quantity of [3, 9]) {
      const { sell } = await shop.owner.request(SellDocument, {
        input: { lines: [{ productId: product.id, quantity }] },
      });
      expect(sell?.__typename).toBe('Order');
    }
    await page.context().setOffline(false);
    await page.locator('.connection[data-status=back]').waitFor({ timeout: 10_000 });
    await page.getByText('Lamp: 9 left').waitFor();
    await page.getByText('Lamp: 0 left').waitFor();
    // Being out ended being low.
    await page.locator('nav').getByLabel('1 open alert').waitFor();
    await go(page, 'Alerts');
    await shows(page.locator('[data-list=alerts]'), 'Sold out');
    expect(await page.locator('[data-list=alerts] li').count()).toBe(2);
    // What failed while there was no connection did not happen later either.
    expect((await shop.owner.request(OrdersDocument, {})).orders?.nodes).toHaveLength(2);
  }, 40_000);

  it('a session is renewed without a word, kept where no script reads it, and when it is over the form stays', async () => {
    const page = await signedIn();
    await page.goto(`${bodega.url}/products/new`);
    await page.getByRole('textbox', { name: 'Name' }).fill('Half a product');
    const stored = await page.evaluate<string>(
      'document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage })',
    );
    expect(stored).not.toMatch(/eyJ|bdr_/);
    await shop.owner.send('mutation { logout(everywhere: true) }');
    const anonymous = new Api(bodega.url);
    const token = shop.owner.headers['authorization'] ?? '';
    while ((await anonymous.as({ authorization: token }).send('{ me { id } }')).status !== 401)
      await page.waitForTimeout(50);
    // The socket is closed, or the next request is refused: whichever is first.
    const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
    await dialog.waitFor();
    await dialog.locator('input[type=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Half a product');
    await page.getByLabel('Price').fill('5');
    await page.getByRole('button', { name: 'Create the product' }).click();
    await page.getByText('“Half a product” is created').waitFor();
  }, 40_000);

  it('speaks the browser’s language and the one that is chosen, with the place’s own numbers', async () => {
    await newProduct(shop.owner, {
      name: 'Café',
      price: { amount: '1234.50', currency: 'COP' },
      initialStock: 1_500,
    });
    const page = await visit({ locale: 'es-CO' });
    await page.getByRole('button', { name: 'Entrar' }).waitFor();
    await signIn(page, shop.email);
    await go(page, 'Productos');
    await shows(page.locator('.product-list'), '1.500');
    const price = new Intl.NumberFormat('es-CO', { style: 'currency', currency: 'COP' }).format(1_234.5);
    expect(await page.locator('.product-list .product-price').innerText()).toBe(price);
    expect(await page.getAttribute('html', 'lang')).toBe('es');
    await go(page, 'Ajustes');
    await page.getByLabel('Idioma', { exact: true }).selectOption('en');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
  }, 40_000);

  it('a list of many products keeps few rows in the page and loads on as one scrolls', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `Item ${String(index).padStart(3, '0')}`);
    for (let at = 0; at < names.length; at += 25)
      await Promise.all(names.slice(at, at + 25).map((name) => newProduct(shop.owner, { name })));
    const page = await signedIn();
    await page.goto(`${bodega.url}/products?sort=NAME`);
    await shows(page.locator('.product-list'), 'Item 000');
    await page.mouse.move(600, 600);
    for (let turn = 0; !(await page.getByText('Item 149').isVisible()) && turn < 60; turn += 1) {
      await page.mouse.wheel(0, 900);
      await page.waitForTimeout(40);
    }
    await page.getByText('Item 149').waitFor();
    expect(await page.locator('.product-list li').count()).toBeLessThan(60);
    await page.getByRole('searchbox').fill('item 077');
    await shows(page.locator('.product-list a').first(), 'Item 077');
  }, 40_000);

  it('what a subgraph that is down knows is greyed, and everything else goes on', async () => {
    const { name } = await newProduct(shop.owner, { initialStock: 20 });
    const page = await signedIn();
    await shows(figure(page, 'alerts'), '0');
    await allowConnections(bodega.databases.inventory.database, false);
    try {
      await page.reload();
      await shows(page.locator('section', { hasText: 'Low stock' }), 'Not available right now');
      await shows(figure(page, 'today'), 'No sales yet');
      await go(page, 'Products');
      await shows(page.locator('.product-list'), name);
      await shows(page.locator('.product-list'), 'Not available right now');
    } finally {
      await allowConnections(bodega.databases.inventory.database, true);
    }
    await go(page, 'Overview');
    await page.getByText('Nothing is running low').waitFor();
  }, 60_000);
});

/** Takes a subgraph its database away, or gives it back. */
async function allowConnections(database: string, allowed: boolean): Promise<void> {
  const server = new pg.Client({ connectionString: testServerUrl() });
  await server.connect();
  await server.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS ${allowed}`);
  if (!allowed)
    await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
      database,
    ]);
  await server.end();
}
