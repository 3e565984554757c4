// What the built program reads beside itself: node scripts/copy-schema.mjs [FOLDER], dist unless given.
import { cpSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
cpSync(path.join(root, 'schema'), path.join(process.argv[2] ?? path.join(root, 'dist'), 'schema'), {
  recursive: true,
  filter: (file) => !file.endsWith('.ts'),
});
