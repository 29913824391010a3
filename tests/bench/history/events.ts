// Stands in for Node's `events`, which PouchDB's build for browsers still asks for.

type Listener = (...given: unknown[]) => void;

export default class EventEmitter {
  #listeners = new Map<string, Listener[]>();

  on(name: string, listener: Listener): this {
    this.#listeners.set(name, [...this.listeners(name), listener]);
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
    this.#listeners.set(name, others);
    return this;
  }
  removeAllListeners(name?: string): this {
    if (name === undefined) this.#listeners.clear();
    else this.#listeners.delete(name);
    return this;
  }
  listeners(name: string): Listener[] {
    return this.#listeners.get(name) ?? [];
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
