// Run by npm after each installation. What it makes only saves time, so it never fails an installation.
import { ownCode } from './own-code.mjs';
import { bundlePackages } from './packages.mjs';

try {
  const { packages } = await ownCode('processes/embedded.ts');
  await bundlePackages(packages);
} catch (error) {
  console.error(
    `bodega: starts take a little longer, for the packages could not be bundled (${error.message})`,
  );
}
process.exit(0);
