// Builds the dashboard when it is stale. Run by npm after each installation, by "npm start" and by the build.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'dashboard');
const dist = path.join(folder, 'dist');
const MARKER = '.sources';

/**
 * Makes sure that dashboard/dist is what the sources say. Hashing them takes a few milliseconds when nothing has changed. Two
 * at once do no harm: each builds in a folder of its own, and one of them is put in place. What cannot be built is said in one
 * line: the API does without.
 * @returns {Promise<boolean>} whether there is a current build now.
 */
export async function buildDashboard() {
  const sources = hashOfSources();
  if (isCurrent(sources)) return true;
  const started = Date.now();
  const temporary = path.join(folder, `dist-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    console.error('bodega: building the dashboard (once, and when it has changed)');
    await bundle(temporary);
    compress(path.join(temporary, 'assets'));
    fs.writeFileSync(path.join(temporary, MARKER), sources);
    putInPlace(temporary, sources);
    console.error(`bodega: built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return true;
  } catch (error) {
    fs.rmSync(temporary, { recursive: true, force: true });
    console.error(
      `bodega: the dashboard could not be built: ${error instanceof Error ? error.message : error}`,
    );
    return false;
  }
}

/** Builds the dashboard for its users into a folder, whoever builds it, and leaves the environment as it was. */
export async function bundle(outDir) {
  const { build } = await import('vite');
  const { NODE_ENV } = process.env;
  try {
    // A test's or a developer's would bring React's slow build, which talks to the console.
    process.env.NODE_ENV = 'production';
    await build({
      configFile: path.join(folder, 'vite.config.mts'),
      logLevel: 'error',
      build: { outDir, emptyOutDir: true },
    });
  } finally {
    // The program that "npm start" goes on with in this process would believe it.
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Everything that decides what is built. */
function hashOfSources() {
  const files = [
    import.meta.filename,
    path.join(root, 'package-lock.json'),
    path.join(root, 'schema/operations/generated/graphql.ts'),
    path.join(folder, 'index.html'),
    path.join(folder, 'vite.config.mts'),
    ...fs
      .readdirSync(path.join(folder, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => path.join(entry.parentPath, entry.name)),
  ];
  const hash = createHash('sha256');
  for (const file of files.sort())
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file));
  return hash.digest('hex');
}

function isCurrent(sources) {
  try {
    return fs.readFileSync(path.join(dist, MARKER), 'utf8') === sources;
  } catch {
    return false;
  }
}

/** The gateway serves these to whoever takes them compressed. */
function compress(assets) {
  for (const name of fs.readdirSync(assets)) {
    const content = fs.readFileSync(path.join(assets, name));
    if (/\.(js|css|svg)$/.test(name) && content.length > 1_000)
      fs.writeFileSync(path.join(assets, `${name}.gz`), gzipSync(content));
  }
}

function putInPlace(temporary, sources) {
  const old = `${temporary}-old`;
  try {
    if (fs.existsSync(dist)) fs.renameSync(dist, old);
    fs.renameSync(temporary, dist);
  } catch (error) {
    // Another build was put in place in the same moment.
    if (!isCurrent(sources)) throw error;
    fs.rmSync(temporary, { recursive: true, force: true });
  } finally {
    fs.rmSync(old, { recursive: true, force: true });
  }
}

// "--to FOLDER" copies the build to where a program that was built into that folder looks for it. "--or-later", for the installation: the start tries again.
if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const built = await buildDashboard();
  const to = process.argv[process.argv.indexOf('--to') + 1];
  if (built && process.argv.includes('--to') && to !== undefined) {
    fs.cpSync(dist, path.join(root, to, 'dashboard/dist'), { recursive: true });
  }
  process.exit(built || process.argv.includes('--or-later') ? 0 : 1);
}
