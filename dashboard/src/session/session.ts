import {
  ContinueSessionDocument,
  type BrowserSessionFragment,
} from '../../../schema/operations/generated/graphql';
import { lifetimeOf, scopesOf } from './scopes';
import { closeDoor, throughDoor } from './session-door';

export type Person = BrowserSessionFragment['user'];
export type OpenedSession = Omit<BrowserSessionFragment, 'refreshToken'>;

export type SessionState =
  | { readonly status: 'starting' | 'signed-out' }
  /** `unreachable`: whether there is a session could not be found out. */
  | { readonly status: 'unreachable' }
  /** `expired`: the page stays as it is, and the person signs in again over it. */
  | {
      readonly status: 'signed-in' | 'expired';
      readonly person: Person;
      readonly scopes: ReadonlySet<string>;
    };

/** An access token is renewed so long before it ends. */
const MARGIN_MILLIS = 30_000;

/** The one session of this page. The access token is in memory alone; the refresh token is nowhere that a script can read. */
export class Session {
  #state: SessionState = { status: 'starting' };
  #accessToken: string | undefined;
  #renewAt = 0;
  #renewing: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #tabs =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('bodega-session');

  constructor() {
    // Whoever signs out in one tab is signed out in all.
    this.#tabs?.addEventListener('message', ({ data }) => {
      if (data === 'signed-out') this.#set({ status: 'signed-out' }, undefined);
    });
  }

  get state(): SessionState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Continues the session of this browser, where there is one. */
  async start(): Promise<void> {
    try {
      await this.renew();
    } catch {
      if (this.#accessToken === undefined) this.#set({ status: 'unreachable' }, undefined);
    }
  }

  /** A token that is good for a while yet; null when nobody is signed in. Throws when it cannot be renewed now. */
  async accessToken(): Promise<string | null> {
    if (this.#state.status !== 'signed-in') return null;
    if (Date.now() >= this.#renewAt) await this.renew();
    return this.#accessToken ?? null;
  }

  /** At most one renewal at a time, in all tabs together. */
  renew(): Promise<void> {
    this.#renewing ??= this.#alone(() => this.#continue()).finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  accept({ accessToken, user }: OpenedSession): void {
    this.#renewAt = Date.now() + lifetimeOf(accessToken) - MARGIN_MILLIS;
    this.#set({ status: 'signed-in', person: user, scopes: scopesOf(accessToken) }, accessToken);
  }

  /** The API no longer takes the token, and there is no other. */
  expire(): void {
    if (this.#state.status === 'signed-in') this.#set({ ...this.#state, status: 'expired' }, undefined);
  }

  async signOut(): Promise<void> {
    this.#set({ status: 'signed-out' }, undefined);
    this.#tabs?.postMessage('signed-out');
    await closeDoor();
  }

  async #continue(): Promise<void> {
    // The door puts in the token that it has.
    const { refreshSession: answer } = await throughDoor(ContinueSessionDocument, { refreshToken: '' });
    if (answer?.__typename === 'Session') return this.accept(answer);
    if (this.#state.status === 'signed-in') this.expire();
    else if (this.#state.status !== 'expired') this.#set({ status: 'signed-out' }, undefined);
  }

  async #alone(work: () => Promise<void>): Promise<void> {
    // Browsers have locks in secure contexts only; without them the door knows a repeated cookie for some seconds.
    const locks = (navigator as Partial<Navigator>).locks;
    return locks ? locks.request('bodega-session', work) : work();
  }

  #set(state: SessionState, accessToken: string | undefined): void {
    this.#accessToken = accessToken;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
