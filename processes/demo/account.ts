/** The OWNER of the demo business; seller@ and buyer@ have the same password. */
export const DEMO_EMAIL = 'demo@bodega.test';
export const DEMO_PASSWORD = 'bodega-demo-2026';
