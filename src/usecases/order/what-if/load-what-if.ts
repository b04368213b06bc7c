import type { Answer } from '../../../contract/answer';
import type { WhatIfView } from '../../../contract/what-if';
import type { UserEnv } from '../../env';
import { done } from '../../problem';
import { openSandbox } from './open-sandbox';
import { whatIfView } from './what-if-view';

/**
 * The viewer's draft of due dates on the base that it began with, what follows from it, and what
 * has changed in Jira since (order semantics D54). One read of KVS besides what `readPlan` takes.
 */
export async function loadWhatIf(
  env: UserEnv,
  clientProjectId: string,
): Promise<Answer<WhatIfView>> {
  const opened = await openSandbox(env, clientProjectId);
  if (!opened.ok) return opened;
  const { draft, plan } = opened.value;
  return done(whatIfView(env, draft, plan));
}
