import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfiguration, requireShared } from '../processes/configuration';
import { PEERS } from '../processes/peer-registry';
import { SUBGRAPHS } from '../platform/subgraph/subgraph';

const ROOT = path.join(__dirname, '..');
const fileRules = z.object({
  services: z.record(
    z.string(),
    z.object({
      command: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.string()).optional(),
      depends_on: z.record(z.string(), z.unknown()).optional(),
      read_only: z.boolean().optional(),
      healthcheck: z.unknown().optional(),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
});

const file = readFileSync(path.join(ROOT, 'docker-compose.yml'), 'utf8');
const { services } = fileRules.parse(parse(file, { merge: true }));

/** As Compose does with nothing in the environment: ${NAME:-default} is its default. */
function environmentOf(name: string): Record<string, string> {
  const entries = Object.entries(services[name]?.environment ?? {});
  return Object.fromEntries(entries.map(([key, value]) => [key, value.replace(/\$\{\w+:-([^}]*)\}/g, '$1')]));
}

describe('docker-compose.yml', () => {
  it.each([...SUBGRAPHS])('gives %s a configuration with which it starts', (name) => {
    const configuration = readConfiguration(environmentOf(name));
    expect(() => requireShared(configuration.redisUrl, configuration.internalSecret)).not.toThrow();
    expect(configuration.databases.get(name)?.service).toContain(`${name}_service`);
    expect(configuration.databases.get(name)?.owner).toContain(`${name}_owner`);
    for (const peer of PEERS[name]) expect(new URL(configuration.remote.get(peer) ?? '').hostname).toBe(peer);
    expect(services[name]?.command).toEqual(['node', 'dist/processes/subgraph.js', name]);
  });

  it('gives the gateway the addresses of all five, and databases to none but those who own them', () => {
    const configuration = readConfiguration(environmentOf('gateway'));
    expect([...configuration.remote.keys()]).toEqual([...SUBGRAPHS]);
    expect(configuration.databases.size).toBe(0);
    expect(configuration.port).toBe(4000);
  });

  it('runs programs that exist, on a file system that cannot be written, and knows how each one is', () => {
    const ours = Object.entries(services).filter(([, { command }]) => command?.[0] === 'node');
    expect(ours.map(([name]) => name).sort()).toEqual(['gateway', 'provision', ...SUBGRAPHS].sort());
    for (const [name, service] of ours) {
      const program = (service.command?.[1] ?? '').replace(/^dist\//, '').replace(/\.js$/, '.ts');
      expect([name, existsSync(path.join(ROOT, program))]).toEqual([name, true]);
      expect([name, service.read_only]).toEqual([name, true]);
      if (name !== 'provision') expect([name, service.healthcheck]).not.toEqual([name, undefined]);
      for (const other of Object.keys(service.depends_on ?? {}))
        expect(Object.keys(services)).toContain(other);
    }
  });
});
