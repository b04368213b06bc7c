import type { Call, Endpoint } from '../endpoint';
import { maySeeIssue } from '../permissions';
import { runSearch } from '../search/run-search';
import type { IssueView } from '../search/search-index';

const most = 20;

/** Suggestions by key or words of the summary, as the person may see them. */
export const issuePickerEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/issue/picker',
    query: ['query', 'currentJQL', 'currentIssueKey'],
    answer: (call) => {
      const issues = found(call).map(suggestion);
      const section = {
        label: 'Current Search',
        sub: `Showing ${issues.length} of ${issues.length} matching issues`,
        id: 'cs',
        issues,
      };
      return { status: 200, points: 1 + issues.length, body: { sections: [section] } };
    },
  },
];

function found(call: Call): IssueView[] {
  const { site, actor, query } = call;
  const jql = query.get('currentJQL') ?? '';
  const text = (query.get('query') ?? '').toLowerCase();
  const views =
    jql === ''
      ? [...site.index.views()].filter(({ issue }) => maySeeIssue(site.state, actor, issue))
      : runSearch(site, actor, jql);
  return views
    .filter(({ issue }) => issue.key !== query.get('currentIssueKey'))
    .filter(({ issue }) => `${issue.key}\n${issue.summary}`.toLowerCase().includes(text))
    .slice(0, most);
}

const suggestion = ({ issue }: IssueView) => ({
  id: Number(issue.id),
  key: issue.key,
  keyHtml: issue.key,
  img: '/images/issue.png',
  summary: issue.summary,
  summaryText: issue.summary,
});
