import { people } from '../host/company/people';
import { complaintsOf, sitDown, takePicture } from './support/browser';
import { closeDemo, type Demo, openDemo } from './support/demo';

jest.setTimeout(120_000);

const NARROW = { width: 900, height: 800 };

describe('the shell of the host', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await openDemo();
  });
  afterAll(() => closeDemo(demo));

  it('puts the details below the issue in a narrow window', async () => {
    const page = await sitDown(demo.browser, demo.host, people.tam.accountId);
    await page.setViewportSize(NARROW);
    await page.goto(`${demo.host.url}/browse/NET-1`);
    const details = page.getByRole('complementary', { name: 'Issue details' });
    await details.waitFor();
    // Both at one instant: the page still grows while its frames load.
    const gap = await details.evaluate((side) => {
      const main = side.previousElementSibling?.getBoundingClientRect();
      return side.getBoundingClientRect().top - (main?.bottom ?? Number.NaN);
    });
    expect(gap).toBeGreaterThanOrEqual(0);
    await takePicture(page, 'shell-narrow-issue');
    await page.context().close();
  });

  it('overprints nothing in the bar of the host in a narrow window', async () => {
    const page = await sitDown(demo.browser, demo.host, people.outsider.accountId);
    await page.setViewportSize(NARROW);
    await page.goto(`${demo.host.url}/projects`);
    const bar = page.getByRole('region', { name: 'Local host' });
    await bar.waitFor();
    const wide = await bar.evaluate((it) => it.scrollWidth - it.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await takePicture(page, 'shell-narrow-bar');
    await page.context().close();
  });

  it.each(['/apps/nope', '/project/NOPE', '/project/NET/nope'])(
    'says calmly that %s is not there',
    async (path) => {
      const page = await sitDown(demo.browser, demo.host, people.tam.accountId);
      const complaints = complaintsOf(page);
      await page.goto(`${demo.host.url}${path}`);
      await page.getByText("We couldn't find that page").waitFor();
      expect(complaints.filter((it) => it.startsWith('error'))).toEqual([]);
      await page.context().close();
    },
  );
});
