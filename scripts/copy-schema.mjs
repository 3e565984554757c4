// What the built program reads beside itself.
import { cpSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
cpSync(path.join(root, 'schema'), path.join(root, 'dist/schema'), {
  recursive: true,
  filter: (file) => !file.endsWith('.ts'),
});
