import path from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigurationError, type Environment } from '../../platform/config/environment';
import { Database } from '../../platform/database/database';
import {
  dropDeadLetters,
  listDeadLetters,
  replayDeadLetters,
  type DeadLetter,
} from '../../platform/events/dead-letters';
import { paint } from '../../platform/observability/paint';
import { UsageError } from '../../platform/process/command-line';
import { findRunningServer } from '../../platform/postgres/running-server';
import { SUBGRAPHS, type SubgraphName } from '../../platform/subgraph/subgraph';
import { databaseVariable, readConfiguration } from '../../processes/configuration';

export const USAGE = `Usage: npm run events -- list [--subgraph NAME]
       npm run events -- replay ID… --subgraph NAME    or --all [--subgraph NAME]
       npm run events -- drop ID… --subgraph NAME      or --all [--subgraph NAME]

  Dead letters: events that a subgraph gave up on after a bounded number of attempts, or could not read.
  "replay" asks the running subgraph to handle them once more, "drop" forgets them for good.
  The databases are those of <SUBGRAPH>_DATABASE_URL, or the embedded ones of the Bodega that runs in BODEGA_DATA_DIR.`;

const PAGE = 100;

interface Wanted {
  readonly action: 'list' | 'replay' | 'drop';
  readonly subgraph: SubgraphName | null;
  readonly ids: readonly string[] | 'all';
}

/**
 * Lists, replays or drops dead letters.
 * @throws UsageError, or ConfigurationError when a database is not known or cannot be reached.
 */
export async function deadLetterCommand(
  args: readonly string[],
  environment: Environment,
  print: (line: string) => void,
): Promise<void> {
  const { action, subgraph, ids } = wantedOf(args);
  const addresses = databasesOf(environment, subgraph);
  let total = 0;
  for (const [name, url] of addresses) {
    const database = await connect(name, url);
    try {
      if (action === 'list') total += await list(name, database, print);
      else total += await (action === 'replay' ? replayDeadLetters : dropDeadLetters)(database, ids);
    } finally {
      await database.close();
    }
  }
  if (action === 'list' && total > 0) return;
  if (action !== 'list' && ids !== 'all' && total < ids.length)
    throw new UsageError(`${subgraph} has ${total} dead letters of these ${ids.length}; "list" shows all`);
  const events = total === 1 ? '1 event' : `${total} events`;
  if (total === 0) print('There are no dead letters.');
  else
    print(action === 'replay' ? `${events} will be handled once more within seconds.` : `${events} dropped.`);
}

function wantedOf(args: readonly string[]): Wanted {
  const { values, positionals } = parse(args);
  const [action, ...ids] = positionals;
  if (action !== 'list' && action !== 'replay' && action !== 'drop')
    throw new UsageError('Say what to do: list, replay or drop (--help shows the usage)');
  const subgraph = SUBGRAPHS.find((name) => name === values.subgraph) ?? null;
  if (values.subgraph !== undefined && subgraph === null)
    throw new UsageError(`--subgraph must be one of ${SUBGRAPHS.join(', ')}`);
  if (action === 'list') return { action, subgraph, ids: 'all' };
  if (values.all === ids.length > 0) throw new UsageError(`Give the ids of events to ${action}, or --all`);
  if (values.all) return { action, subgraph, ids: 'all' };
  const wrong = ids.find((id) => !/^\d{1,18}$/.test(id));
  if (wrong !== undefined) throw new UsageError(`"${wrong}" is not the id of a dead letter`);
  if (subgraph === null) throw new UsageError('Ids are those of one subgraph: give --subgraph');
  return { action, subgraph, ids };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { subgraph: { type: 'string' }, all: { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : USAGE);
  }
}

/** The wanted subgraph's database; else all that the environment names, or all embedded ones when it names none. */
function databasesOf(environment: Environment, subgraph: SubgraphName | null): Map<SubgraphName, string> {
  const { databases, dataDirectory } = readConfiguration(environment);
  const names = SUBGRAPHS.filter((name) =>
    subgraph === null ? databases.size === 0 || databases.has(name) : name === subgraph,
  );
  const addresses = new Map<SubgraphName, string>();
  for (const name of names) {
    const url =
      databases.get(name)?.service ??
      findRunningServer(path.join(dataDirectory, 'postgres'))?.superuserUrl(name);
    if (url === undefined)
      throw new ConfigurationError(
        `No Bodega runs with the data directory ${dataDirectory}. Start it, or set ${databaseVariable(name)}.`,
      );
    addresses.set(name, url);
  }
  return addresses;
}

async function connect(name: SubgraphName, url: string): Promise<Database> {
  try {
    return await Database.connect({ name, url, entities: [], poolSize: 1 });
  } catch (error) {
    const reason: unknown = error instanceof AggregateError ? error.errors[0] : error;
    throw new ConfigurationError(
      `The database of ${name} cannot be reached: ${reason instanceof Error ? reason.message : String(reason)}`,
    );
  }
}

async function list(name: SubgraphName, database: Database, print: (line: string) => void): Promise<number> {
  let count = 0;
  let after = '0';
  for (;;) {
    const page = await listDeadLetters(database, { after, limit: PAGE });
    for (const letter of page) print(linesOf(name, letter));
    count += page.length;
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) return count;
  }
}

function linesOf(
  name: SubgraphName,
  { id, event, error, attempts, failedAt, replayRequested }: DeadLetter,
): string {
  const times = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  return [
    `${paint('bold', `${name} ${id}`)}  ${event.type}  ${times}, the last ${failedAt.toISOString()}${replayRequested ? ', a replay was asked for' : ''}`,
    `  event ${event.id} of business ${event.tenantId}, about ${event.aggregateId}, trace ${event.traceId}`,
    `  ${paint('red', error.split('\n')[0] ?? '')}`,
  ].join('\n');
}
