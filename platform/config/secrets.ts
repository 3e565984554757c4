import { ConfigurationError, variable, type Environment } from './environment';

/** Secrets that everybody can read: those of docker-compose.yml, and what people begin with. */
const PUBLISHED: ReadonlySet<string> = new Set([
  'a secret for the laptop, and only for it',
  'another secret for the laptop, and only for it',
  'laptop-admin',
  'laptop-owner',
  'laptop-service',
  'postgres',
  'password',
  'changeme',
  'secret',
]);
const DISTINCT_CHARACTERS = 10;
const NAME_OF_A_SECRET = /(?:_SECRET|_PASSWORD|_API_KEY|_TOKEN|DATABASE_URL|REDIS_URL)$/;
/** A shorter text is found in too much that is none. */
const SHORTEST_SECRET = 8;

/** @throws ConfigurationError unless the secret is there, and one's own. */
export function requireOwnSecret(name: string, secret: string | undefined): void {
  if (secret === undefined)
    throw new ConfigurationError(`${name}: is required in production: at least 32 random characters`);
  if (PUBLISHED.has(secret) || new Set(secret).size < DISTINCT_CHARACTERS)
    throw new ConfigurationError(
      `${name}: must be a secret of your own in production: at least 32 random characters`,
    );
}

/** @throws ConfigurationError unless the address has a password, and one's own. */
export function requireOwnPassword(name: string, address: string): void {
  const { username, password } = new URL(address);
  if (password === '')
    throw new ConfigurationError(`${name}: must contain the password of ${username} in production`);
  const plain = decodeURIComponent(password);
  if (PUBLISHED.has(plain) || plain === decodeURIComponent(username))
    throw new ConfigurationError(`${name}: must have a password of your own in production`);
}

/** What of the environment must stand in no log: secrets as they are, and the passwords of addresses. */
export function secretsIn(environment: Environment): readonly string[] {
  const names = Object.keys(environment).map((name) => name.replace(/_FILE$/, ''));
  const secrets = names
    .filter((name) => NAME_OF_A_SECRET.test(name))
    .flatMap((name) => {
      const value = variable(name, environment);
      return value !== undefined && URL.canParse(value)
        ? [new URL(value).password, decodeURIComponent(new URL(value).password)]
        : [value ?? ''];
    });
  return [...new Set(secrets)].filter(({ length }) => length >= SHORTEST_SECRET);
}
