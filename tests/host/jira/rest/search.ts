import {
  bodyList,
  bodyNumber,
  expands,
  fieldsContext,
  queryList,
  queryNumber,
} from '../call-values';
import { type Call, type Endpoint, refuse } from '../endpoint';
import { maySeeIssue } from '../permissions';
import { issueBody } from '../render/issue';
import { offsetOf, pageToken } from '../search/page-token';
import { runSearch } from '../search/run-search';
import { type IssueView, viewNow } from '../search/search-index';
import { findIssue } from '../state/state';

const keys = [
  'jql',
  'nextPageToken',
  'maxResults',
  'fields',
  'expand',
  'properties',
  'reconcileIssues',
];

export const searchEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/rest/api/3/search/jql',
    body: keys,
    answer: (call) =>
      searchPage(call, {
        jql: String(call.body.jql ?? ''),
        token: call.body.nextPageToken as string | undefined,
        maxResults: bodyNumber(call, 'maxResults', 50),
        fields: bodyList(call, 'fields'),
        // Here expand is one text with commas, not a list.
        expand: String(call.body.expand ?? '')
          .split(',')
          .filter(Boolean),
        properties: bodyList(call, 'properties'),
        reconcile: bodyList(call, 'reconcileIssues'),
      }),
  },
  {
    method: 'GET',
    path: '/rest/api/3/search/jql',
    query: keys,
    answer: (call) =>
      searchPage(call, {
        jql: call.query.get('jql') ?? '',
        token: call.query.get('nextPageToken') ?? undefined,
        maxResults: queryNumber(call, 'maxResults', 50),
        fields: queryList(call, 'fields'),
        expand: queryList(call, 'expand'),
        properties: queryList(call, 'properties'),
        reconcile: queryList(call, 'reconcileIssues'),
      }),
  },
  {
    method: 'POST',
    path: '/rest/api/3/search/approximate-count',
    body: ['jql'],
    answer: (call) => ({
      status: 200,
      body: { count: runSearch(call.site, call.actor, String(call.body.jql ?? '')).length },
    }),
  },
  {
    method: 'POST',
    path: '/rest/api/3/issue/bulkfetch',
    body: ['issueIdsOrKeys', 'fields', 'expand', 'properties'],
    answer: bulkFetch,
  },
];

export interface SearchQuestion {
  jql: string;
  token: string | undefined;
  maxResults: number;
  fields: readonly string[];
  expand: readonly string[];
  properties: readonly string[];
  reconcile: readonly string[];
}

/** A page of issues: no total, no startAt; ids only when no fields are asked for. */
export function searchPage(call: Call, question: SearchQuestion) {
  const { site, actor } = call;
  if (question.reconcile.length > 50) throw refuse(400, 'reconcileIssues takes at most 50 ids.');
  if (question.properties.length > 5) throw refuse(400, 'At most 5 properties may be asked for.');
  const changelog = expands(question.expand).has('changelog');
  const views = runSearch(site, actor, question.jql, question.reconcile);
  const from = offsetOf(question.token, question.jql);
  const to = from + pageSize(call, question);
  const page = views
    .slice(from, to)
    .map((view) => shown(call, view, question, changelog ? 100 : undefined));
  const isLast = to >= views.length;
  const body = {
    issues: page,
    isLast,
    ...(isLast ? {} : { nextPageToken: pageToken(question.jql, to) }),
  };
  return { status: 200, points: 1 + page.length, body };
}

/** Up to 5,000 ids or keys; with more fields Jira answers shorter pages than asked for. */
function pageSize(call: Call, { fields, expand, maxResults }: SearchQuestion): number {
  const small = expand.length === 0 && fields.every((field) => field === 'id' || field === 'key');
  return Math.max(1, Math.min(maxResults, small ? 5000 : call.site.settings.searchPageCap));
}

function shown(
  call: Call,
  view: IssueView,
  question: Pick<SearchQuestion, 'fields' | 'properties'>,
  changelogMax: number | undefined,
) {
  const { fields, properties } = question;
  const full = issueBody(fieldsContext(call), view, {
    fields: fields.filter((field) => field !== 'id' && field !== 'key'),
    properties,
    ...(changelogMax === undefined ? {} : { changelogMax }),
  });
  // Without fields Jira answers the id alone.
  return fields.length === 0 && properties.length === 0 && changelogMax === undefined
    ? { id: full.id }
    : full;
}

/** Hidden and missing issues are simply absent; the answer stands in ascending id order. */
function bulkFetch(call: Call) {
  const { site, actor } = call;
  const asked = bodyList(call, 'issueIdsOrKeys');
  const properties = bodyList(call, 'properties');
  if (asked.length > 100) throw refuse(400, 'At most 100 issues may be fetched at a time.');
  if (properties.length > 5) throw refuse(400, 'At most 5 properties may be asked for.');
  const changelogMax = expands(bodyList(call, 'expand')).has('changelog') ? 40 : undefined;
  const fields = bodyList(call, 'fields');
  const found = asked.flatMap((idOrKey) => findIssue(site.state, idOrKey) ?? []);
  const issues = [...new Set(found)]
    .filter((issue) => maySeeIssue(site.state, actor, issue))
    .sort((a, b) => Number(a.id) - Number(b.id))
    .map((issue) =>
      shown(
        call,
        viewNow(site.state, issue),
        { fields: fields.length === 0 ? ['*navigable'] : fields, properties },
        changelogMax,
      ),
    );
  return { status: 200, points: 1 + issues.length, body: { issues, issueErrors: [] } };
}
