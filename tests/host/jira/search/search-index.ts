import type { JiraSettings } from '../jira-types';
import { type JiraState, linksOf } from '../state/state';
import type { Issue, IssueLink } from '../state/types';

/** An issue as search knows it: a copy of some seconds ago. */
export interface IssueView {
  issue: Issue;
  links: readonly IssueLink[];
}

export interface SearchIndex {
  /** All issues that search knows now. */
  views(): Iterable<IssueView>;
  view(issueId: string): IssueView | undefined;
  /** The issue changed (or vanished): search shows it after the lag. */
  touch(issueId: string): void;
  rebuild(): void;
  settled(): Promise<void>;
}

/** The issue as it is now, copied so that later changes do not reach the copy. */
export function viewNow(state: JiraState, issue: Issue): IssueView {
  return {
    issue: {
      ...issue,
      labels: [...issue.labels],
      otherFields: { ...issue.otherFields },
      comments: issue.comments.map((comment) => ({ ...comment })),
      histories: [...issue.histories],
      properties: new Map(issue.properties),
    },
    links: linksOf(state, issue.id),
  };
}

/**
 * Search is eventually consistent: a change is seen `settings.indexLagMs` real milliseconds later,
 * while reading the issue itself is always consistent (facts of Jira Cloud's enhanced search).
 */
export function createSearchIndex(state: JiraState, settings: JiraSettings): SearchIndex {
  const views = new Map<string, IssueView>();
  let waiting = 0;
  let whenSettled: Array<() => void> = [];
  const refresh = (issueId: string): void => {
    const issue = state.issues.get(issueId);
    if (issue) views.set(issueId, viewNow(state, issue));
    else views.delete(issueId);
  };
  const finish = (issueId: string): void => {
    refresh(issueId);
    waiting -= 1;
    if (waiting > 0) return;
    for (const resolve of whenSettled) resolve();
    whenSettled = [];
  };
  return {
    views: () => views.values(),
    view: (issueId) => views.get(issueId),
    touch: (issueId) => {
      if (settings.indexLagMs <= 0) return refresh(issueId);
      waiting += 1;
      setTimeout(() => finish(issueId), settings.indexLagMs);
    },
    rebuild: () => {
      views.clear();
      for (const id of state.issues.keys()) refresh(id);
    },
    settled: () =>
      waiting === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            whenSettled.push(resolve);
          }),
  };
}
