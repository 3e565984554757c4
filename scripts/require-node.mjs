// Imported first: whatever else a script imports may already need the version that is asked for here.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`bodega: needs Node 20.19 or newer; this is ${process.versions.node} (${process.execPath})`);
  process.exit(1);
}
