import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds serious or critical in the app's frame of this title: one line each, with the first
 * element. Everything outside the frame is the shell's, and not the app's to answer for.
 */
export async function judgeAccess(page: Page, title: string): Promise<string[]> {
  const frame = await frameOf(page, title);
  await frame.evaluate(AXE);
  const { violations } = await frame.evaluate<AxeResults>(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}; ${nodes[0]?.html})`);
}

async function frameOf(page: Page, title: string): Promise<Frame> {
  const element = await page.locator(`iframe[title="${title}"]`).first().elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`the page has no frame "${title}"`);
  return frame;
}
