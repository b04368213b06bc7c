import type { SlaView } from '../contract/views';
import type { UserEnv } from './env';

export type IncidentClocks = { readonly projectId: string; readonly sla: SlaView };

/**
 * The clocks of an issue as of now, from its own history as the viewer may read it; null when no
 * client project's policy selects it. `projectId` is the client project.
 */
export function readIncidentClocks(
  _env: UserEnv,
  _issueId: string,
): Promise<IncidentClocks | null> {
  return Promise.reject(new Error('not filled in yet'));
}
