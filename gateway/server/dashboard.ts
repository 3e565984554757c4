import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import express, { type Request, type Response, type Router } from 'express';
import { wantsPage } from './pages';
import { requestHost } from './request-host';

/** What the build leaves in the page where the nonce of each response belongs. */
const NONCE_PLACE = '__CSP_NONCE__';

const MISSING = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Bodega</title>
<p>The dashboard has not been built: <code>npm run build:dashboard</code> builds it, as <code>npm start</code> does.</p>
<p>The API is at <a href="/graphql">/graphql</a>.</p></html>
`;

/**
 * The dashboard of a build: one page for all addresses that nothing else answers, and its assets, whose names change with
 * their content.
 * @param folder where the build is; it may come later than this is called.
 */
export function dashboard(folder: string): Router {
  const router = express.Router();
  router.use('/assets', preferCompressed(path.join(folder, 'assets')));
  router.use(
    '/assets',
    express.static(path.join(folder, 'assets'), {
      index: false,
      immutable: true,
      maxAge: '365d',
      etag: false,
    }),
  );
  router.use(async (request, response, next) => {
    // A page that is a build behind asks for what is no longer there.
    if (!wantsPage(request) || request.path.startsWith('/assets/')) return next();
    let page: string;
    try {
      page = await readFile(path.join(folder, 'index.html'), 'utf8');
    } catch {
      response.status(503).type('html').send(MISSING);
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('content-security-policy', policy(request, nonce));
    response.setHeader('cache-control', 'no-store');
    response.type('html').send(page.replaceAll(NONCE_PLACE, nonce));
  });
  return router;
}

function policy(request: Request, nonce: string): string {
  const host = requestHost(request);
  // Older browsers do not count a WebSocket to the same host as 'self'.
  const sockets = host === undefined ? '' : ` ws://${host} wss://${host}`;
  return [
    `default-src 'none'`,
    `base-uri 'none'`,
    `script-src 'self'`,
    // The component library writes style elements; each carries the nonce.
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    `connect-src 'self'${sockets}`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** Serves what the build has compressed beforehand to those who take it. */
function preferCompressed(assets: string) {
  return (request: Request, response: Response, next: () => void): void => {
    response.vary('accept-encoding');
    const name = path.posix.basename(request.path);
    const type = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }[
      path.extname(name)
    ];
    if (type && request.acceptsEncodings('gzip') && existsSync(path.join(assets, `${name}.gz`))) {
      response.setHeader('content-encoding', 'gzip');
      response.type(type);
      request.url = `/${name}.gz`;
    }
    next();
  };
}
