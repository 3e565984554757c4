import path from 'node:path';

/** The OWNER of the demo business; seller@ and buyer@ have the same password. */
export const DEMO_EMAIL = 'demo@bodega.test';
export const DEMO_PASSWORD = 'bodega-demo-2026';

/** The file that says that the demo business was created. */
export function demoMarker(dataDirectory: string): string {
  return path.join(dataDirectory, 'demo-business');
}
