import { DEFAULT_RULES } from '../../src/core/order/policy/order-policy';
import { DEFAULT_SITE } from '../../src/core/order/policy/order-site';
import { instant } from '../../src/core/time';
import { dryRunStore } from '../../src/store/order/dry-runs';
import { orderSettingsStore } from '../../src/store/order/order-settings';
import { packPasts, unpackPasts } from '../../src/store/order/packed-pasts';
import type { DryRunRun, PastStep } from '../../src/usecases/ports/dry-run-port';
import { incident } from '../builders/incident';
import { openTestKvs } from '../builders/open-test-kvs';

beforeEach(() => {
  openTestKvs();
});

const at = (minute: number) => instant(Date.parse('2026-11-23T12:00:00Z') + minute * 60_000);

function aRun(id: string, changes: Partial<DryRunRun> = {}): DryRunRun {
  return {
    ...{ id, startedBy: 'admin', days: 90, rules: DEFAULT_RULES, calendars: {} },
    ...{ state: 'done', page: null, pages: 0, done: 0, total: null, unreadable: 0, error: null },
    ...{ startedAt: at(0), finishedAt: at(1), touchedAt: at(1), found: null },
    ...changes,
  };
}

const running = { state: 'running', finishedAt: null } as const;
const past = (key: string): PastStep => ({ history: incident({ key }), links: [], parentId: null });

describe('dryRunStore', () => {
  it('keeps the last five, and none that goes on is thrown out', async () => {
    const store = dryRunStore();
    await store.addRun(aRun('a', running));
    for (const id of ['b', 'c', 'd', 'e', 'f', 'g']) await store.addRun(aRun(id));
    expect((await store.listRuns()).map(({ id }) => id)).toEqual(['g', 'f', 'e', 'd', 'a']);
  });

  it('a run that was stopped stays stopped, whatever its step writes afterwards', async () => {
    const store = dryRunStore();
    await store.addRun(aRun('a', running));
    await store.stopRun('a', at(5));
    expect(await store.saveRun(aRun('a', { ...running, done: 500 }))).toBe(false);
    expect(await store.findRun('a')).toMatchObject({
      ...{ state: 'cancelled', finishedAt: at(5), done: 0 },
    });
  });

  it('a run that was deleted does not come back', async () => {
    const store = dryRunStore();
    await store.addRun(aRun('a', running));
    await store.deleteRun('a');
    expect(await store.saveRun(aRun('a', running))).toBe(false);
    expect(await store.listRuns()).toEqual([]);
  });

  it('keeps pasts page by page and drops them', async () => {
    const store = dryRunStore();
    const pages = await store.keepPasts('a', 0, [past('NET-1'), past('NET-2')]);
    const more = await store.keepPasts('a', pages, [past('NET-3')]);
    expect([pages, more]).toEqual([1, 2]);
    const kept = await store.listPasts('a', more);
    expect(kept.map(({ history }) => history.key)).toEqual(['NET-1', 'NET-2', 'NET-3']);
    await store.dropPasts('a', more);
    await expect(store.listPasts('a', more)).rejects.toThrow();
  });
});

describe('packPasts', () => {
  it('spreads what is too long for one value, and comes back as it was', () => {
    // Letters in no order, which no packing makes shorter.
    let seed = 1;
    const noise = () =>
      Array.from({ length: 2000 }, () => {
        seed = (seed * 48_271) % 2_147_483_647;
        return String.fromCharCode(97 + (seed % 26));
      }).join('');
    const pasts = Array.from({ length: 300 }, () => past(noise()));
    const texts = packPasts(pasts);
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.every((text) => text.length <= 200_000)).toBe(true);
    expect(texts.flatMap(unpackPasts)).toEqual(pasts);
  });
});

describe('orderSettingsStore.saveSite', () => {
  const site = (version: number) => ({ ...DEFAULT_SITE, version });

  it('saves over the version that was shown, and over no other', async () => {
    const store = orderSettingsStore();
    expect(await store.saveSite(site(1), 0)).toBe(true);
    expect(await store.saveSite(site(1), 0)).toBe(false);
    expect(await store.saveSite(site(2), 1)).toBe(true);
    expect(await store.findSite()).toMatchObject({ version: 2 });
  });

  it('lets one of two who save at once win', async () => {
    const store = orderSettingsStore();
    const saved = await Promise.all([store.saveSite(site(1), 0), store.saveSite(site(1), 0)]);
    expect(saved.filter(Boolean)).toHaveLength(1);
  });
});
