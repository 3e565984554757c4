import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { getDistDirectory, renderAltair } from 'altair-static';
import express, { type Request, type Response, type Router } from 'express';
import { requestHost } from './request-host';

/** What a person sees first in an IDE: runs as it stands once somebody has logged in. */
export interface Example {
  readonly document: string;
  readonly variables: string;
}

const SANDBOX =
  'https://embeddable-sandbox.cdn.apollographql.com/_latest/embeddable-sandbox.umd.production.min.js';

/** A developer sees in `extensions` what an operation costs. */
const COST_SHOWN = { 'x-bodega-cost': '1' };

/** Whether the request comes from a browser's address bar rather than from a program. */
export function wantsPage(request: Request): boolean {
  return request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
}

/** Apollo Sandbox, which the browser loads from the internet, with this gateway's addresses filled in. */
export function sandboxPage(example: Example) {
  return (request: Request, response: Response): void => {
    const nonce = randomBytes(16).toString('base64');
    const { http, webSocket } = addressesOf(request);
    const options = {
      target: '#sandbox',
      initialEndpoint: http,
      initialSubscriptionEndpoint: webSocket,
      initialState: {
        document: example.document,
        variables: example.variables,
        includeCookies: false,
        sharedHeaders: COST_SHOWN,
      },
      runTelemetry: false,
    };
    response.setHeader(
      'content-security-policy',
      [
        `default-src 'none'`,
        `base-uri 'none'`,
        `script-src 'nonce-${nonce}' https://embeddable-sandbox.cdn.apollographql.com`,
        `style-src 'unsafe-inline'`,
        `img-src https://*.apollographql.com data:`,
        `connect-src 'self' ${new URL(webSocket).origin} https://*.apollographql.com`,
        `frame-src https://sandbox.embed.apollographql.com`,
        `frame-ancestors 'self'`,
      ].join('; '),
    );
    response.type('html').send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Bodega: Apollo Sandbox</title>
<style>html, body, #sandbox { height: 100%; margin: 0 } #offline { font: 16px/1.5 system-ui; margin: 3rem }</style>
</head>
<body>
<div id="sandbox"></div>
<p id="offline" hidden>Apollo Sandbox is loaded from the internet, which cannot be reached from here.
<a href="/altair/">Altair</a> is served from this machine.</p>
<script nonce="${nonce}" id="loader" src="${SANDBOX}"></script>
<script nonce="${nonce}">
if (window.EmbeddedSandbox) new window.EmbeddedSandbox(${inScript(options)});
else {
  document.getElementById('sandbox').remove();
  document.getElementById('offline').hidden = false;
}
</script>
</body>
</html>
`);
  };
}

const REMEMBER_LOGIN = `const { body } = altair.response;
const { data } = typeof body === 'string' ? JSON.parse(body) : (body ?? {});
const session = Object.values(data ?? {}).find((value) => value?.accessToken);
if (session) await altair.helpers.setEnvironment('authorization', 'Bearer ' + session.accessToken, true);`;

/** Altair, an IDE served from this machine, subscriptions over graphql-transport-ws included. */
export function altair(example: Example): Router {
  const router = express.Router({ strict: true });
  const assets = getDistDirectory();
  router.get('/', (request, response) => {
    // Its assets are named relative to the folder.
    if (!request.originalUrl.split('?', 1)[0]?.endsWith('/')) return response.redirect(308, '/altair/');
    const cspNonce = randomBytes(16).toString('base64');
    const { http, webSocket } = addressesOf(request);
    setAltairPolicy(response, cspNonce, webSocket);
    return response.type('html').send(
      renderAltair({
        baseURL: '/altair/',
        endpointURL: http,
        subscriptionsEndpoint: webSocket,
        initialSubscriptionRequestHandlerId: 'graphql-ws',
        initialQuery: example.document,
        initialVariables: example.variables,
        // Whoever runs the login is logged in: in every later request, and on the WebSocket.
        initialHeaders: { Authorization: '{{authorization}}', ...COST_SHOWN },
        initialSubscriptionsPayload: { authorization: '{{authorization}}' },
        initialEnvironments: {
          base: { variables: { authorization: '' } },
          subEnvironments: [{ id: 'bodega', title: 'Bodega', variables: { authorization: '' } }],
          activeSubEnvironment: 'bodega',
        },
        initialPostRequestScript: REMEMBER_LOGIN,
        disableAccount: true,
        cspNonce,
      }),
    );
  });
  router.use(
    express.static(assets, {
      index: false,
      setHeaders(response, file) {
        const frame = path.relative(assets, file).split(path.sep).includes('iframe-sandbox');
        // Altair runs a person's own scripts in a frame that must reach nothing else.
        if (frame) response.setHeader('content-security-policy', 'sandbox allow-scripts');
        // Or in a worker, which has the policy of its own file.
        if (path.basename(file).startsWith('worker-')) {
          response.setHeader(
            'content-security-policy',
            "default-src 'none'; script-src 'self' 'unsafe-eval'",
          );
        }
      },
    }),
  );
  return router;
}

function setAltairPolicy(response: Response, nonce: string, webSocket: string): void {
  response.setHeader(
    'content-security-policy',
    [
      `default-src 'self'`,
      `base-uri 'self'`,
      `script-src 'self' 'nonce-${nonce}' 'unsafe-eval'`,
      `style-src 'self' 'unsafe-inline'`,
      `img-src 'self' data:`,
      `font-src 'self' data:`,
      `worker-src 'self' blob:`,
      `connect-src 'self' ${new URL(webSocket).origin}`,
      `frame-ancestors 'self'`,
    ].join('; '),
  );
}

/** Where this gateway is, as the browser reached it. */
function addressesOf(request: Request): { http: string; webSocket: string } {
  const host = requestHost(request) ?? 'localhost';
  const secure = request.secure;
  return {
    http: `${secure ? 'https' : 'http'}://${host}/graphql`,
    webSocket: `${secure ? 'wss' : 'ws'}://${host}/graphql`,
  };
}

/** JSON that cannot end the script element in which it stands. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
