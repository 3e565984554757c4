import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { describeIf } from './support/conditions';
import { Api, newProduct } from './support/api';
import { startTestBodega, type TestBodega } from './support/test-bodega';
import { LoginDocument } from '../schema/operations/generated/graphql';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
);
// The network is not there, and Chromium must not look for it.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describeIf(CHROMIUM !== undefined, 'the pages for developers, in a browser', 'needs Chromium', () => {
  let bodega: TestBodega;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    bodega = await startTestBodega({ BODEGA_DEMO: '1' });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await bodega?.stop();
  });
  beforeEach(async () => void (page = await browser.newPage({ viewport: { width: 1280, height: 900 } })));
  afterEach(() => page.close());

  it('Altair, served from this machine, logs in once and then receives a live alert', async () => {
    await page.goto(`${bodega.url}/altair`);
    await page.click('text=Send mutation Login', { timeout: 30_000 });
    await page.waitForFunction(`document.body.innerText.includes('eyJ')`, undefined, { timeout: 15_000 });
    await page.mouse.move(300, 500);
    await page.mouse.wheel(0, 700);
    const socket = page.waitForEvent('websocket');
    await page.click('text=Send subscription Alerts');
    await (await socket).waitForEvent('framesent', ({ payload }) => String(payload).includes('"subscribe"'));
    const { login } = await new Api(bodega.url).request(LoginDocument, {
      input: { email: 'demo@bodega.test', password: 'bodega-demo-2026' },
    });
    if (login?.__typename !== 'Session') throw new Error('The demo account cannot log in');
    const owner = new Api(bodega.url, { authorization: `Bearer ${login.accessToken}` });
    const shown = page.waitForFunction(`document.body.innerText.includes('is running low')`, undefined, {
      timeout: 15_000,
    });
    // Until it is shown: the subscription counts from when the server has taken it.
    let visible = false;
    void shown.then(
      () => (visible = true),
      () => (visible = true),
    );
    while (!visible) {
      await newProduct(owner, { initialStock: 2 });
      await page.waitForTimeout(200);
    }
    await shown;
  }, 90_000);

  it('Sandbox, which comes from the internet, says where to go instead when that cannot be reached', async () => {
    await page.route(/apollographql\.com/, (route) => route.abort());
    await page.goto(`${bodega.url}/graphql`);
    expect(await page.innerText('body')).toContain('Altair is served from this machine.');
    await page.click('text=Altair');
    await page.waitForURL(/\/altair\//);
  }, 30_000);

  it('Sandbox is given the endpoint, the subscription address and an example that parses', async () => {
    const scripts: string[] = [];
    await page.route(/apollographql\.com/, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'window.EmbeddedSandbox = class { constructor(options) { window.given = options; } };',
      }),
    );
    page.on('pageerror', (error) => scripts.push(error.message));
    await page.goto(`${bodega.url}/graphql`);
    const given = await page.evaluate<unknown>('window.given');
    expect(given).toMatchObject({
      initialEndpoint: `${bodega.url}/graphql`,
      initialSubscriptionEndpoint: `${bodega.url.replace('http', 'ws')}/graphql`,
      initialState: { document: expect.stringContaining('subscription Alerts') as string },
    });
    expect(scripts).toEqual([]);
  }, 30_000);
});
