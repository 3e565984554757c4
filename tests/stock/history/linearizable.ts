/** One operation on one object, as its client saw it. */
export interface Operation<State> {
  /** Position of the call among all calls and answers of the history. */
  readonly called: number;
  /** Position of the answer; null when it is not known whether and when the operation took effect. */
  readonly answered: number | null;
  /** The state after the operation; null when the answer could not have been given in that state. */
  apply(state: State): State | null;
  /** For the report. */
  readonly what: string;
}

export type Verdict =
  | { readonly kind: 'linearizable' }
  /** No order explains the answers; `stuckAt` could not be placed after the longest prefix that was found. */
  | { readonly kind: 'contradiction'; readonly stuckAt: string }
  /** The search was given up. */
  | { readonly kind: 'undecided' };

/** One end of an operation in the list of what is still to be explained. */
interface Event {
  readonly operation: number;
  readonly isCall: boolean;
  next: Event | null;
  previous: Event | null;
  /** Of a call: its answer's event. */
  answer: Event | null;
}

const MOST_STEPS = 5_000_000;

/**
 * Whether there is one order of the operations, compatible with the order in which they did not overlap, in which a single
 * object that does one thing after the other would have given the same answers.
 *
 * Source: Wing and Gong, "Testing and Verifying Concurrent Objects", 1993, with the memory of states and sets that Lowe adds
 * in "Testing for Linearizability", 2017. States are told apart by `keyOf`.
 */
export function checkHistory<State>(
  operations: readonly Operation<State>[],
  initial: State,
  keyOf: (state: State) => string,
): Verdict {
  const head = listOf(operations);
  let unanswered = operations.filter(({ answered }) => answered !== null).length;
  const seen = new Set<string>();
  const path: { event: Event; state: State; done: bigint }[] = [];
  let state = initial;
  let done = 0n;
  let deepest = { depth: -1, stuckAt: '' };
  let event = head.next;
  for (let step = 0; unanswered > 0; step++) {
    if (step === MOST_STEPS) return { kind: 'undecided' };
    const operation = event && operations[event.operation];
    if (event?.isCall === true && operation) {
      const after = operation.apply(state);
      const with_ = done | (1n << BigInt(event.operation));
      const key = after === null ? '' : `${with_.toString(36)} ${keyOf(after)}`;
      if (after === null || seen.has(key)) {
        event = event.next;
        continue;
      }
      seen.add(key);
      path.push({ event, state, done });
      [state, done] = [after, with_];
      lift(event);
      if (event.answer !== null) unanswered--;
      event = head.next;
      continue;
    }
    // An answer whose operation could not be placed before it, or the end of the list.
    if (path.length > deepest.depth) deepest = { depth: path.length, stuckAt: operation?.what ?? 'the end' };
    const last = path.pop();
    if (last === undefined) return { kind: 'contradiction', stuckAt: deepest.stuckAt };
    ({ state, done } = last);
    restore(last.event);
    if (last.event.answer !== null) unanswered++;
    event = last.event.next;
  }
  return { kind: 'linearizable' };
}

/** The events in their order, behind a head that stands for none. */
function listOf<State>(operations: readonly Operation<State>[]): Event {
  const blank = { next: null, previous: null, answer: null };
  const events: { at: number; event: Event }[] = [];
  for (const [operation, { called, answered }] of operations.entries()) {
    const call: Event = { ...blank, operation, isCall: true };
    events.push({ at: called, event: call });
    if (answered === null) continue;
    call.answer = { ...blank, operation, isCall: false };
    events.push({ at: answered, event: call.answer });
  }
  events.sort((a, b) => a.at - b.at);
  const head: Event = { ...blank, operation: -1, isCall: false };
  let last = head;
  for (const { event } of events) {
    event.previous = last;
    last.next = event;
    last = event;
  }
  return head;
}

/** Takes a call and its answer out of the list. Each keeps its neighbours, so that it can be put back. */
function lift(call: Event): void {
  for (const event of [call, call.answer]) {
    if (event === null) continue;
    if (event.previous) event.previous.next = event.next;
    if (event.next) event.next.previous = event.previous;
  }
}

/** Undoes the `lift` that was done last. */
function restore(call: Event): void {
  for (const event of [call.answer, call]) {
    if (event === null) continue;
    if (event.previous) event.previous.next = event;
    if (event.next) event.next.previous = event;
  }
}
