import { createFunctionShelf, reviveFunctions } from '../../host/shell/src/bridge/functions';

describe('functions in messages between a frame and its page', () => {
  it('turns a numbered callback of the frame into a function that asks the frame', () => {
    const asked: unknown[] = [];
    const payload = { title: 'Linked', actions: [{ text: 'Undo', onClick: { __callback: 3 } }] };
    const revived = reviveFunctions(payload, (callback, args) => asked.push({ callback, args }));
    const { actions } = revived as { actions: { onClick: (how: string) => void }[] };
    actions[0]?.onClick('now');
    expect(asked).toEqual([{ callback: 3, args: ['now'] }]);
  });

  it('numbers the functions of a result and calls them back by number', () => {
    const shelf = createFunctionShelf();
    const stored = shelf.store({
      location: { pathname: '/' },
      push: (path: unknown) => `at ${path}`,
      go: () => 'gone',
    });
    expect(stored).toEqual({
      location: { pathname: '/' },
      push: { __callback: 0 },
      go: { __callback: 1 },
    });
    expect(shelf.call(0, ['/p/ACME'])).toBe('at /p/ACME');
  });

  it('names the number of a function that it does not have', () => {
    expect(() => createFunctionShelf().call(7, [])).toThrow('no function number 7');
  });

  it('leaves everything else as it is', () => {
    const payload = { key: 'NET-12', tags: ['a', null], nested: { on: true } };
    expect(reviveFunctions(payload, () => undefined)).toEqual(payload);
  });
});
