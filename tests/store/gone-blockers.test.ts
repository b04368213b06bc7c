import { goneStore } from '../../src/store/order/gone-blockers';
import { ruleGapStore } from '../../src/store/order/rule-gaps';
import type { GoneBlocker } from '../../src/usecases/ports/gone-port';
import { moscow } from '../builders/incident';
import { openTestKvs } from '../builders/open-test-kvs';

openTestKvs();

const gone = (blockerId: string, how: GoneBlocker['how'], by: string | null): GoneBlocker => ({
  ...{
    blockerId,
    blockerKey: `NET-${blockerId}`,
    projectId: '10001',
    isRestricted: false,
    how,
    by,
  },
});

describe('goneStore', () => {
  const store = goneStore();

  it('tells a deletion before a removed link, and that before a silent end', async () => {
    await store.saveGone('7', gone('1', 'unlinked', 'oleg'));
    await store.saveGone(null, gone('1', 'deleted', 'ivan'));
    await store.saveGone('7', gone('2', 'unlinked', 'oleg'));
    await store.saveGone(null, gone('2', 'silently', null));
    await store.saveGone(null, gone('3', 'silently', null));
    const found = await store.findGone('7', ['1', '2', '3', '4']);
    expect(found.map(({ blockerId, how }) => `${blockerId} ${how}`)).toEqual([
      ...['1 deleted', '2 unlinked', '3 silently'],
    ]);
    expect(found[0]).toEqual(gone('1', 'deleted', 'ivan'));
  });

  it('tells of a removed link only the one that it led to', async () => {
    await store.saveGone('8', gone('5', 'unlinked', 'oleg'));
    expect(await store.findGone('9', ['5'])).toEqual([]);
  });
});

describe('ruleGapStore', () => {
  it('answers what was kept last', async () => {
    const store = ruleGapStore();
    expect(await store.listRuleGaps()).toEqual([]);
    const seenAt = moscow('2026-11-24T10:00');
    const gaps = [{ projectKey: 'DEV', transitions: ['Start hotfix'], seenAt }];
    await store.saveRuleGaps(gaps);
    expect(await store.listRuleGaps()).toEqual(gaps);
  });
});
