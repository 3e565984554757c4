import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { DEFAULT_RATE_LIMITS, type RateLimits } from '../gateway/limits/rate-limits';
import {
  address,
  ConfigurationError,
  flag,
  list,
  parseEnvironment,
  wholeNumber,
  type Environment,
} from '../platform/config/environment';
import { requireOwnPassword, requireOwnSecret } from '../platform/config/secrets';
import { Networks } from '../platform/network/addresses';
import { SUBGRAPHS, type SubgraphName } from '../platform/subgraph/subgraph';
import { demoMarker } from './demo/account';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What every process understands. */
export const commonRules = {
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

const networks = list.transform((entries, context) => {
  try {
    return new Networks(entries);
  } catch (error) {
    const entry = error instanceof RangeError ? error.message : '';
    context.addIssue({
      code: 'custom',
      message: `must be addresses and networks like 10.0.0.0/8, separated by commas; "${entry}" is neither`,
    });
    return z.NEVER;
  }
});

const origins = list.refine(
  (entries) => entries.every((entry) => URL.canParse(entry) && new URL(entry).origin === entry),
  'must be origins like https://shop.example, separated by commas',
);

const spending = wholeNumber(0, 1_000_000_000).optional();

const rules = z.object({
  ...commonRules,
  ...databaseRules,
  PORT: wholeNumber(0, 65_535).default(4000),
  SUPERGRAPH: z.string().optional(),
  BODEGA_DATA_DIR: z.string().default('.bodega'),
  BODEGA_DEMO: flag.optional(),
  AUTH_SEALING_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  TRUSTED_PROXIES: networks.optional(),
  ALLOWED_ORIGINS: origins.optional(),
  PERSISTED_OPERATIONS_ONLY: flag.optional(),
  RATE_LIMIT_USER: spending,
  RATE_LIMIT_BUSINESS: spending,
  RATE_LIMIT_ADDRESS: spending,
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
  /** A file to serve, and to follow when it changes, in place of the supergraph of this release. */
  readonly supergraph: string | undefined;
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
  /** Seals what the auth subgraph keeps; absent where it makes its own, or runs elsewhere. */
  readonly sealingSecret: string | undefined;
  /** Whose X-Forwarded-For is believed. */
  readonly trustedProxies: Networks;
  /** Origins of pages, beside the gateway's own, that may use it. */
  readonly allowedOrigins: readonly string[];
  /** Answers nothing but the operations of the manifest. */
  readonly persistedOperationsOnly: boolean;
  readonly rateLimits: RateLimits;
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
  const production = values.NODE_ENV === 'production';
  if (production) {
    requireSafe(values, databases);
    if (existsSync(demoMarker(path.resolve(values.BODEGA_DATA_DIR))))
      throw new ConfigurationError(
        `BODEGA_DATA_DIR: must not be where the demo business was created, for its password is public: ${values.BODEGA_DATA_DIR}`,
      );
    if (distributed) requireOwnSecret('BODEGA_INTERNAL_SECRET', values.BODEGA_INTERNAL_SECRET);
  }
  return {
    production,
    host: values.HOST,
    port: values.PORT,
    supergraph: values.SUPERGRAPH,
    dataDirectory: path.resolve(values.BODEGA_DATA_DIR),
    demo: values.BODEGA_DEMO ?? (!production && !distributed && databases.size === 0),
    logLevel: values.LOG_LEVEL,
    redisUrl: values.REDIS_URL,
    internalSecret: values.BODEGA_INTERNAL_SECRET,
    remote,
    databases,
    sealingSecret: values.AUTH_SEALING_SECRET,
    trustedProxies: values.TRUSTED_PROXIES ?? new Networks([]),
    allowedOrigins: values.ALLOWED_ORIGINS ?? [],
    persistedOperationsOnly: values.PERSISTED_OPERATIONS_ONLY ?? false,
    rateLimits: {
      user: values.RATE_LIMIT_USER ?? DEFAULT_RATE_LIMITS.user,
      business: values.RATE_LIMIT_BUSINESS ?? DEFAULT_RATE_LIMITS.business,
      address: values.RATE_LIMIT_ADDRESS ?? DEFAULT_RATE_LIMITS.address,
    },
    environment,
  };
}

/** What everybody can read is no secret: not for a deployment that is in production. */
function requireSafe(
  { BODEGA_DEMO, AUTH_SEALING_SECRET }: { BODEGA_DEMO?: boolean; AUTH_SEALING_SECRET?: string },
  databases: ReadonlyMap<SubgraphName, DatabaseAddresses>,
): void {
  if (BODEGA_DEMO)
    throw new ConfigurationError('BODEGA_DEMO: must be 0 in production, for its password is public');
  if (AUTH_SEALING_SECRET !== undefined) requireOwnSecret('AUTH_SEALING_SECRET', AUTH_SEALING_SECRET);
  for (const [name, { service, owner }] of databases) {
    requireOwnPassword(databaseVariable(name), service);
    if (owner !== service) requireOwnPassword(ownerDatabaseVariable(name), owner);
  }
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
