// Writes the pictures of docs/screenshots/ from a business that is made for it: npm run screenshots. Needs Chromium.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import type { Browser, Page } from 'playwright-core';
import { commandLine, noArguments } from '../platform/process/command-line';
import { DEMO_EMAIL, DEMO_PASSWORD } from '../processes/demo/account';
import { readConfiguration } from '../processes/configuration';
import { startBodega } from '../processes/start-bodega';
import { builtDashboard, CHROMIUM, launchBrowser } from '../tests/support/browser';
import { signIn } from '../tests/support/shop';

const FOLDER = path.join(__dirname, '../docs/screenshots');

interface Look {
  readonly suffix: string;
  readonly colorScheme: 'light' | 'dark';
  readonly viewport: { readonly width: number; readonly height: number };
}

const DESKTOP = { width: 1280, height: 860 };
const LOOKS: readonly Look[] = [
  { suffix: '', colorScheme: 'light', viewport: DESKTOP },
  { suffix: '-dark', colorScheme: 'dark', viewport: DESKTOP },
  { suffix: '-phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
];

const USAGE = `Usage: npm run screenshots

  Writes the pictures of docs/screenshots/ from a business that is made for it. Needs Chromium.`;

async function main(): Promise<void> {
  commandLine(USAGE, noArguments);
  if (CHROMIUM === undefined) throw new Error('Chromium is not installed');
  mkdirSync(FOLDER, { recursive: true });
  const data = mkdtempSync(path.join(os.tmpdir(), 'bodega-screenshots-'));
  const configuration = readConfiguration({ PORT: '0', BODEGA_DATA_DIR: data, LOG_LEVEL: 'warn' });
  const [bodega] = await Promise.all([startBodega(configuration, pino({ level: 'warn' })), builtDashboard()]);
  const browser = await launchBrowser();
  try {
    await makeSales(browser, bodega.url);
    for (const look of LOOKS) await photograph(browser, bodega.url, look);
  } finally {
    await browser.close();
    await bodega.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** As a person at the till would, so that there is something to see. */
async function makeSales(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ locale: 'en-US' });
  await page.goto(url);
  await signIn(page, DEMO_EMAIL, DEMO_PASSWORD);
  await page.goto(`${url}/sell`);
  for (const skus of [
    ['COF-HUILA-500', 'PAN-HONEY-350'],
    ['KIT-PRESS-1L', 'KIT-PRESS-1L', 'KIT-PRESS-1L'],
    ['COF-HUILA-500'],
  ]) {
    await fillCart(page, skus);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Next sale' }).click();
  }
  await page.close();
}

async function fillCart(page: Page, skus: readonly string[]): Promise<void> {
  const search = page.getByRole('combobox');
  for (const sku of skus) {
    await search.fill(sku);
    await search.press('Enter');
    await page.waitForTimeout(400);
  }
}

async function photograph(browser: Browser, url: string, { suffix, ...look }: Look): Promise<void> {
  const context = await browser.newContext({
    ...look,
    locale: 'en-US',
    reducedMotion: 'reduce',
    deviceScaleFactor: 1.5,
  });
  const page = await context.newPage();
  const take = async (name: string): Promise<void> => {
    await page.locator('.mantine-Skeleton-root, [aria-busy=true]').first().waitFor({ state: 'detached' });
    await page.waitForTimeout(300);
    await page.screenshot({ path: path.join(FOLDER, `${name}${suffix}.png`) });
  };
  await page.goto(url);
  await signIn(page, DEMO_EMAIL, DEMO_PASSWORD);
  await page.locator('[data-list=latest-orders]').waitFor();
  await take('overview');
  await page.goto(`${url}/products`);
  await page.locator('.product-list a').first().waitFor();
  await take('products');
  await page.getByRole('searchbox').fill('huila');
  await page.locator('.product-list a', { hasText: 'Huila' }).click();
  await page.locator('.u-wrap').waitFor();
  await take('product');
  await page.goto(`${url}/sell`);
  await fillCart(page, ['COF-HUILA-500', 'KIT-MUG-STONE', 'KIT-KNIFE-20']);
  await page.getByLabel('Quantity of Chef’s knife, 20 cm').fill('7');
  await take('sell');
  await page.goto(`${url}/alerts`);
  await page.locator('[data-list=alerts] li').first().waitFor();
  await take('alerts');
  await context.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
