import DataLoader from 'dataloader';
import { userOf, type GraphqlContext } from './context.js';

/**
 * Loads rows by key: all keys that a request asks for at about the same time in one query, and each once until the
 * request changes something. Extend it with the query; inject it where the rows are needed.
 */
export abstract class RequestLoader<Value> {
  private readonly loaders = new WeakMap<object, DataLoader<string, Value | null>>();

  /** Values by key for one tenant; a key without a value is left out, and one with an error fails by itself. */
  protected abstract loadAll(tenant: string, keys: readonly string[]): Promise<ReadonlyMap<string, Value | Error>>;

  /**
   * What a mutation answers with: the same from the log alone, as it was at a position, whatever the tables do. What only
   * the tables know, such as other records that look alike, is read there once they are at that position.
   */
  protected foldAll?(
    context: GraphqlContext,
    keys: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, Value | Error>>;

  async load(context: GraphqlContext, key: string): Promise<Value | null> {
    return this.loaderOf(context).load(key);
  }

  async loadMany(context: GraphqlContext, keys: readonly string[]): Promise<Value[]> {
    const values = await Promise.all(keys.map((key) => this.load(context, key)));
    return values.filter((value) => value !== null);
  }

  private loaderOf(context: GraphqlContext): DataLoader<string, Value | null> {
    const known = this.loaders.get(context.loads);
    if (known !== undefined) return known;
    const { tenant } = userOf(context);
    const { recorded } = context;
    const loader = new DataLoader<string, Value | null>(async (keys) => {
      const folded = recorded === null ? undefined : this.foldAll?.(context, keys, recorded);
      const values = await (folded ?? this.loadAll(tenant, keys));
      return keys.map((key) => values.get(key) ?? null);
    });
    this.loaders.set(context.loads, loader);
    return loader;
  }
}
