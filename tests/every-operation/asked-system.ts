import { Kind, parse } from 'graphql';
import { Api, newBusiness, type ApiAnswer } from '../support/api';

/** Root fields that were asked for, like "query me". */
export const asked = new Set<string>();

/** Remembers in `asked` which root fields it has asked for. */
export class RecordingApi extends Api {
  static #record(query: string): void {
    for (const definition of parse(query).definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      for (const selection of definition.selectionSet.selections) {
        if (selection.kind === Kind.FIELD) asked.add(`${definition.operation} ${selection.name.value}`);
      }
    }
  }

  override send<Data>(query: string, variables: object = {}): Promise<ApiAnswer<Data>> {
    RecordingApi.#record(query);
    return super.send<Data>(query, variables);
  }

  override subscribe<Data>(
    query: string,
    variables: Record<string, unknown> = {},
  ): AsyncIterableIterator<ApiAnswer<Data>> {
    RecordingApi.#record(query);
    return super.subscribe<Data>(query, variables);
  }
}

export type Result = { __typename: string } & Record<string, unknown>;

/** The product with one business, whose OWNER asks. */
export interface AskedSystem {
  /** Of the gateway, without a path. */
  readonly url: string;
  readonly owner: RecordingApi;
  /** The one field of an operation; fails on any error. By the owner unless it is somebody else who asks. */
  ask(query: string, variables?: object, api?: Api): Promise<Result>;
}

export async function openBusiness(url: string): Promise<AskedSystem> {
  const owner = new RecordingApi(url, (await newBusiness(url)).headers);
  return {
    url,
    owner,
    async ask(query, variables = {}, api = owner) {
      const { data, errors } = await api.send<Record<string, Result>>(query, variables);
      expect(errors).toEqual([]);
      return Object.values(data ?? {})[0] as Result;
    },
  };
}

/** Of nothing that there is. */
export const someId = '01890a5d-ac96-774b-bcce-b302099a8057';
export const SELL =
  'mutation ($input: SellInput!) { sell(input: $input) { __typename ... on Order { id number status kind total { amount currency } lines { name quantity unitPrice { amount } total { amount } product { sku } } createdBy { email } } ... on IdempotencyConflict { idempotencyKey } ... on InsufficientStock { requested available product { name } } } }';
