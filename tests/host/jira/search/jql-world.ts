import type { JqlIssue, JqlWorld } from '../../../../src/cli/jql/world';
import type { Actor } from '../jira-types';
import { actingUser, maySee, maySeeIssue } from '../permissions';
import { issueBody } from '../render/issue';
import type { Site } from '../site';
import { findIssue, type JiraState } from '../state/state';
import { type IssueView, viewNow } from './search-index';

const documents = new WeakMap<IssueView, JqlIssue>();

/** The issue as search reads it; made once per view, in the site's zone, with all links. */
export function searchDocument(state: JiraState, view: IssueView): JqlIssue {
  const known = documents.get(view);
  if (known) return known;
  const context = { state, actor: { kind: 'app' } as const, timeZone: state.timeZone };
  const shape = {
    fields: ['*all'],
    properties: ['*all'],
    changelogMax: view.issue.histories.length,
  };
  const made = issueBody(context, view, shape) as unknown as JqlIssue;
  documents.set(view, made);
  return made;
}

/** What the actor's queries are judged against: hidden projects do not exist in it. */
export function jqlWorld(site: Site, actor: Actor): JqlWorld {
  const { state, clock } = site;
  const user = actingUser(state, actor);
  return {
    now: clock.now(),
    timeZone: user?.timeZone ?? state.timeZone,
    ...(user ? { currentUser: user.accountId } : {}),
    projects: [...state.projects.values()].filter((project) => maySee(state, actor, project)),
    statuses: [...state.statuses.values()],
    issueTypes: [...state.issueTypes.values()],
    priorities: state.priorities,
    resolutions: state.resolutions,
    linkTypes: [...state.linkTypes.values()],
    users: [...state.users.values()].map(({ accountId, displayName }) => ({
      id: accountId,
      name: displayName,
    })),
    customFields: [...state.fields.values()].filter((field) => field.custom),
    propertyAliases: state.propertyAliases,
    issueByKey: (key) => {
      const issue = findIssue(state, key);
      if (!issue || !maySeeIssue(state, actor, issue)) return undefined;
      return searchDocument(state, viewNow(state, issue));
    },
  };
}
