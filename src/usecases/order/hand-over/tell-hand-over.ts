import type { Issue } from '../../../core/issue';
import type { HandOver } from '../../../core/order/hand-over/hand-over';
import { handOverLine } from '../../../core/order/hand-over/hand-over-text';
import { plainText } from '../../../core/order/rule/plain-text';
import { departmentName } from '../../../core/project/hidden-items';
import type { Env } from '../../env';
import { HAND_OVER_TEXTS } from '../../texts/hand-over-texts';
import { tellPeople } from '../notices/tell-people';
import type { OrderSetup } from '../read/read-order-site';
import { isOpenToAll } from '../rule/name-blockers';
import type { FoundHandOver } from './find-hand-over';

/** Code points: a mail's line is no document; the panel shows everything. */
const LONGEST_REASON = 300;
const LONGEST_LINE = 1000;

/** Tells the successor's people what was handed over to them. */
export async function tellGiven(
  env: Env,
  { blocker, successor, setup }: FoundHandOver,
  { facts, version }: HandOver,
): Promise<void> {
  const texts = HAND_OVER_TEXTS[await env.settings.findLanguage()];
  const line = texts.given(
    ...[successor.key, departmentName(blocker, setup.departments)],
    ...[nameOf(blocker, setup), plainText(handOverLine(facts), LONGEST_LINE)],
  );
  const id = `given:${blocker.id}:${successor.id}:${version}`;
  await tellPeople(env, await aboutOf(env, successor), setup, { id, line, withTam: 'ifCritical' });
}

/** Tells the sender's people and the TAM that it came back, and why. */
export async function tellReturned(
  env: Env,
  { blocker, successor, setup }: FoundHandOver,
  { version }: HandOver,
  reason: string,
): Promise<void> {
  const texts = HAND_OVER_TEXTS[await env.settings.findLanguage()];
  const line = texts.returned(
    ...[blocker.key, departmentName(successor, setup.departments)],
    ...[nameOf(successor, setup), plainText(reason, LONGEST_REASON)],
  );
  const id = `returned:${blocker.id}:${successor.id}:${version}`;
  await tellPeople(env, await aboutOf(env, blocker), setup, { id, line, withTam: 'always' });
}

/** Whoever reads the mail may see his own issue; the other one is named where all may know it. */
function nameOf(other: Issue, { departments }: OrderSetup): string {
  return isOpenToAll(other, departments) ? other.key : '';
}

async function aboutOf(env: Env, issue: Issue) {
  const line = issue.parentId === null ? [issue.id] : [issue.id, issue.parentId];
  const [link] = await env.projects.listLinks(line);
  const clientProjectId = link?.clientProjectId ?? null;
  return { around: { issue }, state: { issueId: issue.id, clientProjectId } };
}
