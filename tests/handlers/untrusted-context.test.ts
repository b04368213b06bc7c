import { handler } from '../../src/handlers/resolvers/tam-panel';

const logged: string[] = [];
beforeEach(() => {
  logged.length = 0;
  jest.spyOn(console, 'warn').mockImplementation((line: string) => void logged.push(line));
});
afterEach(() => jest.restoreAllMocks());

/** A call without the person that Forge vouches for, as an anonymous visitor's page makes it. */
const call = (locale: unknown) =>
  handler(
    { call: { functionKey: 'load', payload: {} }, context: { locale, extension: {} } },
    { installContext: 'ari:cloud:jira::site/1' },
  );

describe('a resolver whose context names nobody', () => {
  it.each([
    ['en-US', 'Something went wrong'],
    ['ru-RU', 'У нас что-то сломалось'],
    [7, 'Something went wrong'],
  ])('answers in words, for the locale %j', async (locale, text) => {
    expect(await call(locale)).toMatchObject({
      ok: false,
      problem: { code: 'unavailable', text: expect.stringContaining(text) },
    });
    expect(logged).toEqual([expect.stringContaining('"function":"tam-panel.load"')]);
  });
});
