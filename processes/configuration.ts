import path from 'node:path';
import { z } from 'zod';
import {
  address,
  ConfigurationError,
  flag,
  parseEnvironment,
  wholeNumber,
} from '../platform/config/environment';
import { SUBGRAPHS, type SubgraphName } from '../platform/subgraph/subgraph';

export type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const commonRules = {
  NODE_ENV: z
    .enum(['production', 'development', 'test'], { error: 'must be production, development or test' })
    .default('development'),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  REDIS_URL: address('redis', 'rediss').optional(),
  BODEGA_INTERNAL_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
};

const databaseRules = Object.fromEntries(
  SUBGRAPHS.flatMap((name) => [
    [databaseVariable(name), address('postgres', 'postgresql').optional()],
    [ownerDatabaseVariable(name), address('postgres', 'postgresql').optional()],
    [urlVariable(name), address('http', 'https').optional()],
  ]),
);

const rules = z.object({
  ...commonRules,
  ...databaseRules,
  PORT: wholeNumber(0, 65_535).default(4000),
  BODEGA_DATA_DIR: z.string().default('.bodega'),
  BODEGA_DEMO: flag.optional(),
});

function variable(name: SubgraphName, suffix: string): string {
  return `${name.toUpperCase()}_${suffix}`;
}

/** e.g. INVENTORY_DATABASE_URL: connects as the service. */
export function databaseVariable(name: SubgraphName): string {
  return variable(name, 'DATABASE_URL');
}

/** e.g. INVENTORY_OWNER_DATABASE_URL: connects as the owner, for migrations; the service's address when absent. */
export function ownerDatabaseVariable(name: SubgraphName): string {
  return variable(name, 'OWNER_DATABASE_URL');
}

/** e.g. INVENTORY_URL: the subgraph runs elsewhere and is reached there. */
export function urlVariable(name: SubgraphName): string {
  return variable(name, 'URL');
}

export interface DatabaseAddresses {
  readonly service: string;
  readonly owner: string;
}

export interface Configuration {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Absolute. */
  readonly dataDirectory: string;
  /** Whether to create the demo business on the first start. */
  readonly demo: boolean;
  readonly logLevel: string;
  readonly redisUrl: string | undefined;
  /** Shared by the processes of a deployment; absent when there is only one. */
  readonly internalSecret: string | undefined;
  /** Subgraphs that run elsewhere, by name. */
  readonly remote: ReadonlyMap<SubgraphName, string>;
  /** Databases that are not embedded, by subgraph. */
  readonly databases: ReadonlyMap<SubgraphName, DatabaseAddresses>;
  /** As it was given, for the variables that only one subgraph knows. */
  readonly environment: Environment;
}

/** @throws ConfigurationError that names the wrong variable and what it must be. */
export function readConfiguration(environment: Environment): Configuration {
  const values = parseEnvironment(rules, environment);
  const given = (name: string): string | undefined => {
    const value: unknown = Reflect.get(values, name);
    return typeof value === 'string' ? value : undefined;
  };
  const remote = new Map<SubgraphName, string>();
  const databases = new Map<SubgraphName, DatabaseAddresses>();
  for (const name of SUBGRAPHS) {
    const url = given(urlVariable(name));
    if (url !== undefined) remote.set(name, url);
    const service = given(databaseVariable(name));
    if (service !== undefined)
      databases.set(name, { service, owner: given(ownerDatabaseVariable(name)) ?? service });
  }
  const distributed = remote.size > 0;
  if (distributed) requireShared(values.REDIS_URL, values.BODEGA_INTERNAL_SECRET);
  return {
    production: values.NODE_ENV === 'production',
    host: values.HOST,
    port: values.PORT,
    dataDirectory: path.resolve(values.BODEGA_DATA_DIR),
    demo: values.BODEGA_DEMO ?? (!distributed && databases.size === 0),
    logLevel: values.LOG_LEVEL,
    redisUrl: values.REDIS_URL,
    internalSecret: values.BODEGA_INTERNAL_SECRET,
    remote,
    databases,
    environment,
  };
}

export interface SharedSettings {
  readonly redisUrl: string;
  readonly internalSecret: string;
}

/** What processes that speak to one another must have in common; a ConfigurationError names what is missing. */
export function requireShared(
  redisUrl: string | undefined,
  internalSecret: string | undefined,
): SharedSettings {
  if (redisUrl === undefined) {
    throw new ConfigurationError(
      'REDIS_URL: is required when subgraphs run in several processes, e.g. redis://localhost:6379',
    );
  }
  if (internalSecret === undefined) {
    throw new ConfigurationError(
      'BODEGA_INTERNAL_SECRET: is required when subgraphs run in several processes: at least 32 characters, the same in all of them',
    );
  }
  return { redisUrl, internalSecret };
}
