// Stands in for Node's `events`, which PouchDB's build for browsers still asks for.

type Listener = (...given: unknown[]) => void;

// Not a private field: PouchDB lends these methods to objects that this class has not made.
const kept = new WeakMap<object, Map<string, Listener[]>>();

function listenersOf(emitter: object): Map<string, Listener[]> {
  const own = kept.get(emitter) ?? new Map<string, Listener[]>();
  kept.set(emitter, own);
  return own;
}

export default class EventEmitter {
  on(name: string, listener: Listener): this {
    listenersOf(this).set(name, [...this.listeners(name), listener]);
    return this;
  }
  once(name: string, listener: Listener): this {
    const first: Listener = (...given) => {
      this.removeListener(name, first);
      listener.apply(this, given);
    };
    return this.on(name, first);
  }
  emit(name: string, ...given: unknown[]): boolean {
    const own = this.listeners(name);
    for (const listener of own) listener.apply(this, given);
    return own.length > 0;
  }
  removeListener(name: string, listener: Listener): this {
    const others = this.listeners(name).filter((one) => one !== listener);
    listenersOf(this).set(name, others);
    return this;
  }
  removeAllListeners(name?: string): this {
    if (name === undefined) listenersOf(this).clear();
    else listenersOf(this).delete(name);
    return this;
  }
  listeners(name: string): Listener[] {
    return listenersOf(this).get(name) ?? [];
  }
  listenerCount(name: string): number {
    return this.listeners(name).length;
  }
  setMaxListeners(): this {
    return this;
  }
}
// PouchDB copies what it can list.
for (const name of Object.getOwnPropertyNames(EventEmitter.prototype))
  if (name !== 'constructor')
    Object.defineProperty(EventEmitter.prototype, name, { enumerable: true });

export { EventEmitter };
