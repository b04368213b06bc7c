import { DEFAULT_SITE } from '../../src/core/order/policy/order-site';
import {
  hardnessOf,
  replaced,
  toggled,
  withCalendar,
  withHardness,
  withNewPolicy,
  withoutPolicy,
  withStatus,
} from '../../static/src/tam-settings/order/edit-site';

const name = (number: number) => `Policy ${number}`;

describe('editing the settings of the order', () => {
  it('a new policy takes a key that is free, also after one was taken away', () => {
    const three = withNewPolicy(withNewPolicy(DEFAULT_SITE, name), name);
    const two = withoutPolicy(three, 'policy-2');
    const again = withNewPolicy(two, name);
    expect(three.rules.policies.map(({ key }) => key)).toEqual(['default', 'policy-2', 'policy-3']);
    expect(again.rules.policies.map(({ key }) => key)).toEqual(['default', 'policy-3', 'policy-4']);
  });

  it('a link type is hard, soft or not there', () => {
    const hard = [{ typeId: null, hardness: 'hard' }] as const;
    expect(withHardness(hard, '10001', 'soft')).toEqual([
      ...hard,
      { typeId: '10001', hardness: 'soft' },
    ]);
    expect(withHardness(hard, null, 'soft')).toEqual([{ typeId: null, hardness: 'soft' }]);
    expect(withHardness(hard, null, 'none')).toEqual([]);
    expect(hardnessOf({ linkTypes: hard }, '10001')).toBe('none');
  });

  it('a status map that says nothing any more goes', () => {
    const mapped = withStatus(DEFAULT_SITE, 'NET', '3', 'todo');
    expect(mapped.rules.statusMaps).toEqual({ NET: { '3': 'todo' } });
    expect(withStatus(mapped, 'NET', '3', null).rules.statusMaps).toEqual({});
  });

  it('a department has a calendar, or every hour counts', () => {
    const calendar = { policyKey: 'gold', calendarKey: 'office' };
    const chosen = withCalendar(DEFAULT_SITE, 'NET', calendar);
    expect(chosen.calendars).toEqual({ NET: calendar });
    expect(withCalendar(chosen, 'NET', null).calendars).toEqual({});
  });

  it('lists change in one place only', () => {
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(replaced(['a', 'b', 'c'], 1, 'x')).toEqual(['a', 'x', 'c']);
    expect(replaced(['a', 'b', 'c'], 1, null)).toEqual(['a', 'c']);
  });
});
