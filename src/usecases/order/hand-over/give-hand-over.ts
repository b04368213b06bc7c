import type { Answer } from '../../../contract/answer';
import type { GiveHandOverRequest } from '../../../contract/hand-over';
import { type HandOverFact, LONGEST_FACT } from '../../../core/order/hand-over/hand-over';
import type { HandOverForm } from '../../../core/order/policy/order-site';
import type { UserEnv } from '../../env';
import { done, refuseInput } from '../../problem';
import { HAND_OVER_TEXTS, type HandOverTexts } from '../../texts/hand-over-texts';
import { findHandOver } from './find-hand-over';
import { keepHandOver } from './keep-hand-over';
import { tellGiven } from './tell-hand-over';

/**
 * Tells the department of a successor what it needs, by the form between the two; for the first
 * time, after a return, or with other facts. The successor's people hear it.
 */
export async function giveHandOver(
  env: UserEnv,
  issueId: string,
  { successorId, version, facts }: GiveHandOverRequest,
): Promise<Answer<null>> {
  const found = await findHandOver(env, issueId, { blockerId: issueId, successorId });
  if (!found.ok) return found;
  const texts = HAND_OVER_TEXTS[env.viewer.locale];
  const faults = faultsOf(found.value.form, facts, texts);
  if (Object.keys(faults).length > 0) return refuseInput(texts.hasFaults, faults);
  const { ends, form } = found.value;
  const kept = await keepHandOver(
    env,
    found.value,
    {
      ...{ kind: 'give', by: env.viewer.accountId, at: env.now() },
      ...{ ends, facts: factsOf(form, facts) },
    },
    version,
  );
  if (!kept.ok) return kept;
  await tellGiven(env, found.value, kept.value);
  return done(null);
}

/** What it gives for one that it asked to take back, the next department has not answered. */
export async function withdrawHandOver(
  env: UserEnv,
  issueId: string,
  { successorId, version }: Pick<GiveHandOverRequest, 'successorId' | 'version'>,
): Promise<Answer<null>> {
  const found = await findHandOver(env, issueId, { blockerId: issueId, successorId });
  if (!found.ok) return found;
  const act = { kind: 'withdraw', by: env.viewer.accountId, at: env.now() } as const;
  const kept = await keepHandOver(env, found.value, act, version);
  return kept.ok ? done(null) : kept;
}

function factsOf({ fields }: HandOverForm, texts: GiveHandOverRequest['facts']): HandOverFact[] {
  return fields.map(({ key, label }) => ({ key, label, text: textOf(texts, key) }));
}

function faultsOf(
  { fields }: HandOverForm,
  facts: GiveHandOverRequest['facts'],
  texts: HandOverTexts,
): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { key, isRequired } of fields) {
    const text = textOf(facts, key);
    if (isRequired && text === '') faults[key] = texts.required;
    if ([...text].length > LONGEST_FACT) faults[key] = texts.tooLong(LONGEST_FACT);
  }
  return faults;
}

function textOf(facts: GiveHandOverRequest['facts'], key: string): string {
  return Object.hasOwn(facts, key) ? (facts[key] ?? '').trim() : '';
}
