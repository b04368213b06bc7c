import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds serious or critical in the app's frame of this title: one line each, with the first
 * element. Everything outside the frame is the shell's, and not the app's to answer for.
 */
export async function judgeAccess(page: Page, title: string): Promise<string[]> {
  const element = page.locator(`iframe[title="${title}"]`).first();
  const frame = await (await element.elementHandle())?.contentFrame();
  if (!frame) throw new Error(`the page has no frame "${title}"`);
  // The app's page is transparent, and axe would take what lies behind it for white.
  const behind = await element.evaluate(colourBehind);
  await frame.evaluate((colour) => {
    document.documentElement.style.background = colour;
  }, behind);
  await frame.evaluate(AXE);
  const { violations } = await frame.evaluate<AxeResults>(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}; ${nodes[0]?.html})`);
}

/** The first colour that is not transparent among what the element stands in. */
function colourBehind(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
  }
  return 'white';
}
