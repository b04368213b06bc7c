/** A port of which a test uses a part; anything else that is called says its name. */
export function portWith<Port extends object>(part: Partial<Port>): Port {
  return new Proxy(part, {
    get: (answers, name) =>
      Reflect.get(answers, name) ?? (() => Promise.reject(new Error(`${String(name)} was called`))),
  }) as Port;
}
