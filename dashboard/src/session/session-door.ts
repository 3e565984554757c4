import type { TypedDocumentNode } from '@apollo/client';
import { Kind } from 'graphql';

/** The door keeps the refresh token in a cookie that no script can read. */
type WithoutRefreshToken<T> = T extends { refreshToken: string } ? Omit<T, 'refreshToken'> : T;
type Answers<Data> = { [Field in keyof Data]: WithoutRefreshToken<NonNullable<Data[Field]>> | null };

const LIMIT_MILLIS = 12_000;

/** The API did not answer, or not with what was asked for. */
export class SessionUnavailable extends Error {}

/**
 * One of the operations of the gateway's /session. Throws SessionUnavailable when there is no answer: then nothing is known of
 * the session, and nothing is over.
 */
export async function throughDoor<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Answers<Data>> {
  let answer: { data?: Answers<Data> | null };
  try {
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operationName: nameOf(document), variables }),
      signal: AbortSignal.timeout(LIMIT_MILLIS),
    });
    // Its shape is that of the document, as with every answer of the API.
    answer = (await response.json()) as typeof answer;
  } catch (error) {
    throw new SessionUnavailable('The API cannot be reached', { cause: error });
  }
  if (!answer.data || Object.values(answer.data).includes(null))
    throw new SessionUnavailable('The API gave no answer');
  return answer.data;
}

/** Forgets the session of this browser; what it cannot reach it leaves. */
export async function closeDoor(): Promise<void> {
  await fetch('/session', { method: 'DELETE', signal: AbortSignal.timeout(LIMIT_MILLIS) });
}

function nameOf(document: TypedDocumentNode<unknown, never>): string | undefined {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.name?.value : undefined;
}
