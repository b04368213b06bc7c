import type { FrameLocator, Page } from 'playwright-core';
import type { Host } from '../../host/host';
import { appFrame } from './browser';

/** Opens an issue and answers its TAM panel. */
export async function openPanel(page: Page, host: Host, issueKey: string): Promise<FrameLocator> {
  await page.goto(`${host.url}/browse/${issueKey}`);
  const panel = appFrame(page, 'TAM');
  await panel.getByRole('heading').first().waitFor();
  return panel;
}

export async function linkExistingEpic(panel: FrameLocator, key: string): Promise<void> {
  await panel.getByRole('button', { name: 'Link an epic' }).click();
  await panel.getByRole('combobox', { name: 'Epic, by key or text' }).fill(key);
  await panel.getByRole('option', { name: new RegExp(`^${key}`) }).click();
  await panel.getByRole('button', { name: 'Link epic' }).click();
  await panel.getByRole('row').filter({ hasText: key }).waitFor();
}

export async function createEpic(
  panel: FrameLocator,
  epic: { department: string; summary: string; due: string },
): Promise<void> {
  await panel.getByRole('button', { name: 'Create epic' }).click();
  await panel.getByLabel('Department').selectOption({ label: epic.department });
  await panel.getByLabel('Due date').fill(epic.due);
  await panel.getByLabel('Summary').fill(epic.summary);
  await panel.getByRole('button', { name: 'Create and link' }).click();
  await panel.getByRole('row').filter({ hasText: epic.summary }).waitFor();
}

/** Says "successor waits for blocker" in the panel's order form. */
export async function setOrder(
  panel: FrameLocator,
  successor: string,
  blocker: string,
): Promise<void> {
  await panel.getByRole('button', { name: 'Order…' }).click();
  const form = panel.getByRole('form', { name: 'Order…' });
  await choose(form.getByLabel('This epic'), successor);
  await choose(form.getByLabel('waits for', { exact: true }), blocker);
  await form.getByRole('button', { name: 'Set order' }).click();
  await form.getByText(`${successor} waits for ${blocker}`).waitFor();
}

type Select = ReturnType<FrameLocator['getByLabel']>;

/** The options of these lists read "KEY summary". */
async function choose(select: Select, key: string): Promise<void> {
  const value = await select
    .locator('option')
    .filter({ hasText: new RegExp(`^${key} `) })
    .getAttribute('value');
  await select.selectOption(value);
}
