import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The gateway that `npm run dev` talks to. */
const gateway = process.env['BODEGA_URL'] ?? 'http://localhost:4000';
// The page's own host stays in the request: the gateway takes sessions and sockets from pages of its own origin only.
const proxied = { target: gateway, changeOrigin: false };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The gateway puts the nonce of each response in its place.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/graphql': { ...proxied, ws: true }, '/session': proxied } },
});
