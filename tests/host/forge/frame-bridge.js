/**
 * First script of every page of the app: what Forge's own bridge script is in production. It
 * gives @forge/bridge its `__bridge`, speaks with the page of Jira around the frame by
 * postMessage, and sets the page's time to the host's clock.
 *
 * To the parent: {bridge, id, cmd, payload}. From it: {bridge, id, ok, result | error},
 * {bridge, callback, args, answer}, {bridge, theme}. A function travels as {__callback: n}; what it
 * returned goes back as the command __answer.
 */
(() => {
  const { hostOrigin } = document.currentScript.dataset;
  const bridge = window.location.pathname.split('/')[2];
  const waiting = new Map();
  const callbacks = [];
  let lastId = 0;

  globalThis.__bridge = { callBridge };
  window.addEventListener('message', hear);
  document.addEventListener('DOMContentLoaded', tellHeight);

  function callBridge(cmd, payload) {
    lastId += 1;
    const id = lastId;
    const answer = new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      window.parent.postMessage({ bridge, id, cmd, payload: mapDeep(payload, shelve) }, hostOrigin);
    });
    return cmd === 'createHistory' ? answer.then(stoppable) : answer;
  }

  /** As @forge/bridge types it, `listen` answers at once how to stop listening. */
  function stoppable(history) {
    const listen = (listener) => {
      const stop = history.listen(listener);
      return () => void stop.then((stopNow) => stopNow());
    };
    return { ...history, listen };
  }

  function hear({ source, origin, data }) {
    if (source !== window.parent || origin !== hostOrigin || data?.bridge !== bridge) return;
    if (data.theme !== undefined) applyTheme(data.theme);
    else if (data.callback !== undefined) void answer(data);
    else settle(data);
  }

  async function answer({ callback, args, answer: number }) {
    try {
      const result = await callbacks[callback](...mapDeep(args, revive));
      await callBridge('__answer', { answer: number, ok: true, result });
    } catch (error) {
      await callBridge('__answer', { answer: number, ok: false, message: String(error?.message) });
    }
  }

  function settle({ id, ok, result, error }) {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (ok) resolve(mapDeep(result, revive));
    else reject(new Error(error.message));
  }

  function shelve(value) {
    return typeof value === 'function' ? { __callback: callbacks.push(value) - 1 } : value;
  }

  /** A function of the parent's: called over there, answered by a promise. */
  function revive(value) {
    const callback = value?.__callback;
    if (typeof callback !== 'number') return value;
    return (...args) => callBridge('__callback', { callback, args });
  }

  function mapDeep(value, change) {
    const changed = change(value);
    if (changed !== value || typeof value !== 'object' || value === null) return changed;
    if (Array.isArray(value)) return value.map((one) => mapDeep(one, change));
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, mapDeep(one, change)]),
    );
  }

  function applyTheme({ colorMode, theme }) {
    document.documentElement.dataset.colorMode = colorMode;
    document.documentElement.dataset.theme = theme;
  }

  function tellHeight() {
    let told = 0;
    new ResizeObserver(() => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height === told) return;
      told = height;
      void callBridge('resize', { height });
    }).observe(document.body);
  }
})();

/** The page's clock is the host's, so that its countdowns agree with what the app answers. */
(() => {
  const offsetMs = Number(document.currentScript.dataset.clockOffset);
  const RealDate = Date;
  const now = () => RealDate.now() + offsetMs;
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
})();
