import { randomBytes } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { OpenBusinessDocument } from '../../schema/operations/generated/graphql';
import { Api, PASSWORD } from './api';

/** A business of the test's own: its owner by the API, and what it takes to come in by the page. */
export interface Shop {
  readonly owner: Api;
  readonly email: string;
}

export async function openShop(url: string): Promise<Shop> {
  const email = `owner-${randomBytes(5).toString('hex')}@example.com`;
  const input = { businessName: 'Corner shop', name: 'Olga Owner', email, password: PASSWORD };
  const api = new Api(url);
  const { register } = await api.request(OpenBusinessDocument, { input });
  if (register?.__typename !== 'Session') throw new Error(JSON.stringify(register));
  return { owner: api.as({ authorization: `Bearer ${register.accessToken}` }), email };
}

/** A page in a browser of its own, and all that went wrong in it. */
export interface ShopPage {
  readonly page: Page;
  /** Errors of scripts, of the console (a violated policy is one) and requests to another host. */
  readonly faults: string[];
  close(): Promise<void>;
}

export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<ShopPage> {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1280, height: 860 },
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // Requests that are meant to fail are said there too.
    const meant = /^Failed to load resource|ERR_INTERNET_DISCONNECTED/.test(message.text());
    if (message.type() === 'error' && !meant) faults.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(url).host) faults.push(`asks ${request.url()}`);
  });
  await page.goto(url);
  return { page, faults, close: () => context.close() };
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('nav').waitFor({ state: 'attached' });
}
