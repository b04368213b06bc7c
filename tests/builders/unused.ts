/** A port that no call is expected on: using it fails by name. */
export function unused<Port extends object>(name: string): Port {
  return new Proxy({} as Port, {
    get: (_target, property) => () => {
      throw new Error(`${name}: ${String(property)} was not expected`);
    },
  });
}
