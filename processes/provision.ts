import { address, ConfigurationError, parseEnvironment } from '../platform/config/environment';
import { requireOwnPassword } from '../platform/config/secrets';
import { z } from 'zod';
import { provisionDatabase } from '../platform/postgres/provision';
import { SUBGRAPHS, type SubgraphName } from '../platform/subgraph/subgraph';
import { databaseVariable, ownerDatabaseVariable, readConfiguration } from './configuration';
import { exitWith } from './exit-with';

const rules = z.object({ ADMIN_DATABASE_URL: address('postgres', 'postgresql') });

/** Creates the five databases with their roles, named and with the passwords as the subgraphs' own variables have them. */
async function main(): Promise<void> {
  const { ADMIN_DATABASE_URL: admin } = parseEnvironment(rules, process.env);
  const { databases, production } = readConfiguration({ ...process.env, REDIS_URL: undefined });
  if (production) requireOwnPassword('ADMIN_DATABASE_URL', admin);
  for (const name of SUBGRAPHS) {
    const addresses = databases.get(name);
    if (!addresses)
      throw new ConfigurationError(
        `${databaseVariable(name)}: is required, e.g. postgres://${name}_service:…@host/${name}`,
      );
    const service = new URL(addresses.service);
    const owner = new URL(addresses.owner);
    expectUser(service, `${name}_service`, databaseVariable(name));
    expectUser(owner, `${name}_owner`, ownerDatabaseVariable(name));
    await provisionDatabase(admin, {
      name,
      database: databaseOf(service, name),
      servicePassword: decodeURIComponent(service.password),
      ownerPassword: decodeURIComponent(owner.password),
    });
    console.log(`provision: ${name} is there`);
  }
}

function expectUser(url: URL, user: string, variable: string): void {
  if (url.username !== user) throw new ConfigurationError(`${variable}: must log in as ${user}`);
}

function databaseOf(url: URL, name: SubgraphName): string {
  return url.pathname.slice(1) || name;
}

main().catch(exitWith('provision'));
