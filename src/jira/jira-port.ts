import type { JiraPort } from '../usecases/ports/jira-port';

/** Jira for one speaker on one site. */
export function jiraPort(_speaker: 'user' | 'app', _site: string): JiraPort {
  throw new Error('not filled in yet');
}
