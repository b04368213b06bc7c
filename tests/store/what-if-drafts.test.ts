import { kvs } from '@forge/kvs';
import { whatIfStore } from '../../src/store/order/what-if-drafts';
import { idOf } from '../builders/issues';
import { NOW } from '../builders/judged-order';
import { openTestKvs } from '../builders/open-test-kvs';
import { edge, november, planned, planOf } from '../builders/plan';

const TAM = { clientProjectId: '5b8e4a7e-0000-4000-8000-000000000001', accountId: '712020:ivan' };
const DEPUTY = { ...TAM, accountId: '712020:daria' };

const draft = {
  base: planOf(
    [
      planned('NET-12', 25, { isOpen: false, doneAt: NOW, isLinked: false }),
      planned('VIRT-7', null, { isSeen: false }),
    ],
    [
      edge('NET-12', 'VIRT-7', 2),
      { ...edge('VIRT-7', 'BCK-3'), isOnCircle: true, lag: { kind: 'workingTime', ms: 3_600_000 } },
    ],
  ),
  moves: new Map([[idOf('VIRT-7'), november(27)]]),
};

beforeEach(() => void openTestKvs());

describe('whatIfStore', () => {
  it('gives back what it was given, to its owner alone', async () => {
    const store = whatIfStore();
    await store.saveDraft(TAM, draft);
    expect(await store.findDraft(TAM)).toEqual(draft);
    expect(await store.findDraft(DEPUTY)).toBeNull();
    await store.saveDraft(DEPUTY, { ...draft, moves: new Map([['1', november(28)]]) });
    await store.deleteDraft(TAM);
    expect(await store.findDraft(TAM)).toBeNull();
    expect((await store.findDraft(DEPUTY))?.moves).toEqual(new Map([['1', november(28)]]));
  });

  it('takes what it cannot read for none', async () => {
    const store = whatIfStore();
    await kvs.set(`what-if:${TAM.clientProjectId}:${TAM.accountId}`, { moves: 'of another shape' });
    expect(await store.findDraft(TAM)).toBeNull();
  });

  it('has room for the largest plan that is read, with five links an issue', async () => {
    const store = whatIfStore();
    const issues = Array.from({ length: 500 }, (_, n) => planned(`DEPARTMENT-${n}`, 25));
    const links = issues.flatMap(({ key }, n) =>
      [1, 2, 3, 4, 5].map((step) => edge(`DEPARTMENT-${(n + step) % 500}`, key, 2)),
    );
    const large = { base: planOf(issues, links), moves: draft.moves };
    await store.saveDraft(TAM, large);
    expect(await store.findDraft(TAM)).toEqual(large);
  });
});
