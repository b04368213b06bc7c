import type { JiraState } from '../jira/state/state';

/** First creation and last change over all issues, epoch ms; undefined without issues. */
export function spanOf(state: JiraState): { first: number; last: number } | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { created, updated, comments, histories } of state.issues.values()) {
    first = Math.min(first, created);
    last = Math.max(last, created, updated);
    for (const comment of comments) last = Math.max(last, comment.updated);
    for (const history of histories) last = Math.max(last, history.created);
  }
  return state.issues.size === 0 ? undefined : { first, last };
}
