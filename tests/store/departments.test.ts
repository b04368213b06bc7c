import { settingsStore } from '../../src/store/settings';
import { openTestKvs } from '../builders/open-test-kvs';
import { aDepartment } from '../builders/order-world';

let kvs: ReturnType<typeof openTestKvs>;
beforeEach(() => {
  kvs = openTestKvs();
});

/** One invocation of the admin page. */
const tab = () => settingsStore('site');
const namesOf = async (store = tab()) => (await store.listDepartments()).map(({ name }) => name);

const network = aDepartment('NET', 'Network');
const storage = aDepartment('STO', 'Storage');

describe('departments in KVS', () => {
  it('keep both of two that two administrators save at once', async () => {
    await Promise.all([tab().saveDepartment(storage), tab().saveDepartment(network)]);
    expect(await namesOf()).toEqual(['Network', 'Storage']);
  });

  it('keep one that is saved while another is removed', async () => {
    await tab().saveDepartment(network);
    await Promise.all([tab().removeDepartment(network.projectId), tab().saveDepartment(storage)]);
    expect(await namesOf()).toEqual(['Storage']);
  });

  it('are read to the last page', async () => {
    const numbers = Array.from({ length: 205 }, (_, number) => number);
    await Promise.all(numbers.map((n) => tab().saveDepartment(aDepartment(`D${n}`, `D${n}`))));
    expect(await namesOf()).toHaveLength(205);
  });

  it('show what the same invocation has written, though queries do not know it yet', async () => {
    await tab().saveDepartment(network);
    kvs.letQueriesLag();
    const store = tab();
    await store.saveDepartment(storage);
    expect(await store.removeDepartment(network.projectId)).toBe(true);
    expect(await namesOf(store)).toEqual(['Storage']);
    expect(await namesOf()).toEqual(['Network']);
  });

  it('say whether there was one to remove', async () => {
    expect(await tab().removeDepartment(network.projectId)).toBe(false);
  });
});
