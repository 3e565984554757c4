import type {
  GatewayInterface,
  GatewayLoadResult,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface';
import type { Engine } from '../engine/engine';
import type { Generation } from '../engine/generation';

/**
 * The engine as Apollo Server's gateway: tells it the schema, at the start and at each reload. Operations are answered by
 * the pipeline's plugin before Apollo Server would ask this for an executor, whose request contexts it keeps alive for
 * longer than the requests.
 */
export class EngineGateway implements GatewayInterface {
  constructor(private readonly engine: Engine) {}

  onSchemaLoadOrUpdate(callback: GatewaySchemaLoadOrUpdateCallback): () => void {
    const tell = ({ schema, sdl }: Generation): void =>
      callback({ apiSchema: schema, coreSupergraphSdl: sdl });
    tell(this.engine.generation);
    return this.engine.onReload(tell);
  }

  async load(): Promise<GatewayLoadResult> {
    return {
      executor: () => Promise.reject(new Error('Operations are executed by the pipeline')),
    };
  }

  async stop(): Promise<void> {}
}
