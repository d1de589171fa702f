import type { Store } from 'react-admin';

/**
 * What react-admin keeps in the browser. Signing out empties it, except for what its owner chose for himself: its keys begin
 * with `own.` and his id, and nobody else's screen asks for them.
 */
export function keepingOwn(store: Store): Store {
  return {
    ...store,
    reset() {
      const own = store.listItems?.('own.') ?? {};
      store.reset();
      for (const [key, value] of Object.entries(own)) store.setItem(key, value);
    },
  };
}
