// Composes schema/*.graphql into schema/supergraph.graphql. With --check: fails when the committed one is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const folder = path.join(import.meta.dirname, '..', 'schema');
// The ports on which the subgraphs listen when nothing else is configured.
const ports = { products: 4001, inventory: 4002, orders: 4003, auth: 4004, enrichment: 4005 };

const { errors, hints, supergraphSdl } = composeServices(
  Object.entries(ports).map(([name, port]) => ({
    name,
    url: `http://localhost:${port}/graphql`,
    typeDefs: parse(readFileSync(path.join(folder, `${name}.graphql`), 'utf8')),
  })),
);
if (errors) {
  for (const error of errors) console.error(`compose: ${error.message}`);
  process.exit(1);
}
for (const hint of hints ?? []) {
  if (hint.definition.level.name === 'WARN') console.warn(`compose: ${hint.message}`);
}

const target = path.join(folder, 'supergraph.graphql');
const composed = `# Composed from the files beside this one by "npm run compose". Not edited by hand.\n${supergraphSdl.trimEnd()}\n`;
if (process.argv.includes('--check')) {
  let committed = '';
  try {
    committed = readFileSync(target, 'utf8');
  } catch {
    // An absent supergraph is a stale one.
  }
  if (committed !== composed) {
    console.error('compose: schema/supergraph.graphql is stale. Run "npm run compose" and commit it.');
    process.exit(1);
  }
  console.log('compose: schema/supergraph.graphql is current');
} else {
  writeFileSync(target, composed);
  console.log('compose: wrote schema/supergraph.graphql');
}
