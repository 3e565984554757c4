import type { ExecutionResult } from 'graphql';
import type { Waiting } from './backlog';

/** The result of an event for all who may see the same: written as JSON once, whoever it goes to. */
export class SharedResult implements Waiting {
  /** UTF-8. */
  readonly json: Buffer;

  /** Throws when the result cannot be written as JSON. */
  constructor(
    result: ExecutionResult,
    readonly mark: unknown,
  ) {
    this.json = Buffer.from(JSON.stringify(result));
  }

  get bytes(): number {
    return this.json.length;
  }
}
