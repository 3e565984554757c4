// Dead letters of all subgraphs: npm run events -- list|replay|drop
import { ConfigurationError } from '../../platform/config/environment';
import { EmbeddedPostgresError } from '../../platform/postgres/postgres-error';
import { commandLine, UsageError } from '../../platform/process/command-line';
import { deadLetterCommand, USAGE } from './dead-letter-command';

deadLetterCommand(
  commandLine(USAGE, (args) => args),
  process.env,
  (line) => console.log(line),
).catch((error: unknown) => {
  const mendable = [UsageError, ConfigurationError, EmbeddedPostgresError].some(
    (kind) => error instanceof kind,
  );
  console.error(mendable && error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
