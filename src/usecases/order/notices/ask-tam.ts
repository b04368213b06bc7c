import type { WhyOpen } from '../../../core/order/judge/judgement';
import { plainText } from '../../../core/order/rule/plain-text';
import type { Env } from '../../env';
import type { OrderState } from '../../ports/order-state-port';
import { ASK_TEXTS } from '../../texts/ask-texts';
import { GONE_TEXTS } from '../../texts/gone-texts';
import { TEXTS } from '../../texts/texts';
import type { Seen } from '../follow/see-issue';
import { findLead } from '../read/find-lead';
import type { OrderSetup } from '../read/read-order-site';
import { isOpenToAll } from '../rule/name-blockers';
import { tellAccounts } from './tell-people';
import { findTam } from './tell-tam';

/** A blocker about which somebody has to decide; `round` tells one time from the next. */
type Question = {
  readonly blockerId: string;
  readonly why: Extract<WhyOpen, { readonly kind: 'notReleasing' | 'unknown' }>;
  readonly round: string;
};

const LONGEST_NAME = 60;

/**
 * Asks the TAM, else who leads the department or the Jira project, about blockers that no event will
 * ever settle: cancelled ones (order semantics D10), and those whose state nobody knows, unreadable
 * (D4) or archived while open (D27). Each is asked once; nothing is read where there is none.
 */
export async function askTam(
  env: Env,
  seen: Seen,
  before: OrderState | undefined,
  setup: OrderSetup,
): Promise<void> {
  const { state, around } = seen;
  const questions = state.category === 'todo' ? questionsOf(seen, before) : [];
  if (questions.length === 0) return;
  const tam = await findTam(env, state.clientProjectId);
  const who = tam ?? (await findLead(env, around.issue, setup));
  if (who === null) return;
  const language = await env.settings.findLanguage();
  for (const question of questions) {
    const { blockerId, why, round } = question;
    const texts = ASK_TEXTS[language];
    const what = nameOf(seen, question, setup, (department) =>
      GONE_TEXTS[language].item(department ?? TEXTS[language].elsewhere),
    );
    const line =
      why.kind === 'notReleasing'
        ? texts.cancelled(state.issueKey, what, plainText(why.closedAs.name, LONGEST_NAME))
        : why.because === 'archived'
          ? texts.archived(state.issueKey, what)
          : texts.unreadable(state.issueKey);
    const id = `ask:${state.issueId}:${blockerId}:${why.kind}:${round}`;
    await tellAccounts(env, state.issueId, [who], { id, line });
  }
}

/** What holds and cannot settle by itself, and what only warns, as far as it is news. */
function questionsOf(
  { step, state, order }: Seen,
  before: OrderState | undefined,
): readonly Question[] {
  const { issues } = order.graph;
  const holding = (step.refusal?.blockers ?? []).flatMap(({ id, why }): readonly Question[] => {
    if (why.kind !== 'notReleasing' && why.kind !== 'unknown') return [];
    if (why.kind === 'notReleasing' && wasClosedBefore(id, before)) return [];
    return [{ blockerId: id, why, round: String(issues.get(id)?.categorySince ?? '') }];
  });
  const known = before?.flags ?? [];
  const warning = state.flags.flatMap((flag): readonly Question[] => {
    if (flag.kind !== 'unknownBlocker') return [];
    const { blockerId } = flag;
    if (known.some((one) => one.kind === flag.kind && one.blockerId === blockerId)) return [];
    const because = issues.get(blockerId)?.isArchived === true ? 'archived' : 'unreadable';
    return [{ blockerId, why: { kind: 'unknown', because }, round: '' }];
  });
  const all = [...holding, ...warning];
  return all.filter(({ why }) => why.kind !== 'unknown' || why.because !== 'noDoneDate');
}

/** It was seen closed while the issue was still to do, and asked about then. */
function wasClosedBefore(id: string, before: OrderState | undefined): boolean {
  if (before === undefined || before.category !== 'todo') return false;
  return before.linkedIds.includes(id) && !before.openIds.includes(id);
}

/** Jira mails it to whoever may see the issue, so only what all may know is named. */
function nameOf(
  { around }: Seen,
  { blockerId }: Question,
  { departments }: OrderSetup,
  itemIn: (department: string | undefined) => string,
): string {
  const blocker = around.read.find(({ id }) => id === blockerId);
  if (blocker === undefined) return '';
  const name = departments.find(({ projectId }) => projectId === blocker.projectId)?.name;
  return isOpenToAll(blocker, departments) ? `${blocker.key} (${name})` : itemIn(name);
}
