// Composes the subgraphs of schema/ into schema/supergraph.graphql, and writes what clients see of it to schema/api.graphql.
// With --check: fails when a committed one is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeServices } from '@apollo/composition';
import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { parse, printSchema } from 'graphql';
import { commandLine } from './command-line.mjs';

commandLine(
  `Usage: npm run compose [-- --check]

  Composes the subgraphs of schema/ into schema/supergraph.graphql and schema/api.graphql.
  --check writes nothing and fails when one of them is stale.`,
  ['--check'],
);

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

// The planner's own loader refuses auth directives unless told that somebody enforces them: the subgraphs do.
const security = ['authenticated', 'requiresScopes', 'policy'].map(
  (name) => `https://specs.apollo.dev/${name}/v0.1`,
);
const supergraph = Supergraph.build(supergraphSdl, {
  supportedFeatures: new Set([...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, ...security]),
});
const files = {
  'supergraph.graphql': supergraphSdl,
  'api.graphql': printSchema(supergraph.apiSchema().toGraphQLJSSchema()),
};

const check = process.argv.includes('--check');
const stale = [];
for (const [name, text] of Object.entries(files)) {
  const file = path.join(folder, name);
  const content = `# Composed from the subgraphs' files beside this one by "npm run compose". Not edited by hand.\n${text.trimEnd()}\n`;
  if (!check) writeFileSync(file, content);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== content) stale.push(`schema/${name}`);
}
if (stale.length > 0) {
  console.error(`compose: ${stale.join(' and ')} stale. Run "npm run compose" and commit the result.`);
  process.exit(1);
}
console.log(`compose: schema/supergraph.graphql and schema/api.graphql ${check ? 'are current' : 'written'}`);
