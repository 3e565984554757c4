import { createContext, use, useSyncExternalStore } from 'react';
import type { Person, Session, SessionState } from './session';

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('There is no session above this component');
  return session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => session.state);
}

/** Who is signed in. For components below the door that lets nobody else in. */
export function usePerson(): Person {
  const state = useSessionState();
  if (!('person' in state)) throw new Error('Nobody is signed in');
  return state.person;
}

/** Whether the person may do that; the API decides in the end. */
export function useMay(): (scope: string) => boolean {
  const state = useSessionState();
  return (scope) => 'scopes' in state && state.scopes.has(scope);
}
