import type { PolicyRow } from '../../src/contract/tam-settings';
import {
  readPolicyFile,
  unchangedVersion,
} from '../../static/src/tam-settings/policies/policy-file';

describe('readPolicyFile', () => {
  const readsAs = (text: string) => async () => text;

  it('has nothing against JSON of up to 200 kB', async () => {
    expect(await readPolicyFile(200_000, readsAs('{"key":"gold"}'))).toEqual({
      text: '{"key":"gold"}',
    });
  });

  it('does not even read a larger one', async () => {
    const read = () => Promise.reject(new Error('was read'));
    expect(await readPolicyFile(200_001, read)).toEqual({ fault: 'tooBig' });
  });

  it('says what is not JSON, and what cannot be read', async () => {
    expect(await readPolicyFile(4, readsAs('\u0089PNG'))).toEqual({ fault: 'notJson' });
    expect(await readPolicyFile(4, () => Promise.reject(new Error('gone')))).toEqual({
      fault: 'unreadable',
    });
  });
});

describe('unchangedVersion', () => {
  const gold = (version: number): PolicyRow => ({
    key: 'gold',
    name: 'Gold',
    version,
    text: '{}',
    versions: [],
    unusable: [],
  });
  const file = '{"key":"gold"}';

  it('is the version that stays when saving made no other', () => {
    expect(unchangedVersion(file, [gold(1)], [gold(1)])).toBe(1);
  });

  it('is none when there is a next version, or a first one', () => {
    expect(unchangedVersion(file, [gold(1)], [gold(2)])).toBeNull();
    expect(unchangedVersion(file, [], [gold(1)])).toBeNull();
  });
});
