import { cloneIssue } from './change/clone-issue';
import { bear, draftIssue } from './change/create-issue';
import { moveIssue } from './change/move-issue';
import { recordUpdate } from './change/record';
import { changeStatus, transitionIssue } from './change/transition-issue';
import { NotModelled, Refusal } from './endpoint';
import type { Actor } from './jira-types';
import { visibleIssue, visibleProject } from './permissions';
import type { Site } from './site';
import { AUTOMATION_ACCOUNT_ID } from './state/defaults';
import type { Status } from './state/types';
import { workflowFor, workflowOfIssue } from './state/workflows';

/**
 * What happens in Jira without its REST API: by its own screens, by automation, by an import. Without
 * an `as` it is Automation for Jira who acts. Refusals are thrown as Refusal.
 */
export interface JiraActs {
  /** Automation that skips rules, a development trigger: history and event, no validator is asked. */
  transitionPastRules(act: { issueKey: string; to: string; as?: string }): void;
  /** An import: the issue is born in that status, without a history of how it came there. */
  importIssue(act: { fields: Record<string, unknown>; status: string; as?: string }): string;
  /** The issue menu's "Clone", with its box for links. Answers the new key. */
  cloneIssue(act: { issueKey: string; links: 'copied' | 'left'; as?: string }): string;
  /** The issue menu's "Move". Answers the new key. */
  moveIssue(act: { issueKey: string; projectKey: string; as?: string }): string;
  /** A customer in the service desk's portal: rules are asked, but their texts are not shown. */
  portalTransition(act: { issueKey: string; transitionId: string; as: string }): Promise<void>;
}

export function createActs(site: Site): JiraActs {
  const { state } = site;
  const issueOf = (issueKey: string, as?: string) => visibleIssue(state, actorOf(as), issueKey);
  return {
    transitionPastRules: ({ issueKey, to, as }) => {
      const issue = issueOf(issueKey, as);
      const status = statusOf(site, to, workflowOfIssue(state, issue).statuses);
      recordUpdate(site, actorOf(as), issue, changeStatus(site, issue, status.id, null));
    },
    importIssue: ({ fields, status, as }) => {
      const draft = draftIssue(site, actorOf(as), fields);
      const project = visibleProject(state, actorOf(as), draft.projectId);
      const { statuses } = workflowFor(state, project, draft.typeId);
      draft.statusId = statusOf(site, status, statuses).id;
      return bear(site, actorOf(as), draft).key;
    },
    cloneIssue: ({ issueKey, links, as }) => {
      const copy = links === 'copied' ? 'and links' : 'alone';
      return cloneIssue(site, actorOf(as), issueOf(issueKey, as), copy).key;
    },
    moveIssue: ({ issueKey, projectKey, as }) => {
      const issue = issueOf(issueKey, as);
      const project = visibleProject(state, actorOf(as), projectKey);
      moveIssue(site, actorOf(as), issue, { project, typeId: issue.typeId });
      return issue.key;
    },
    portalTransition: async ({ issueKey, transitionId, as }) => {
      const { transitions } = workflowOfIssue(state, issueOf(issueKey, as));
      const asked = transitions.find(({ id }) => id === transitionId);
      // A portal offers only what was marked for it ("Show transition on customer portal").
      if (asked?.properties['servicedesk.customer.transition.active'] !== 'true') {
        throw new Refusal(404, { errorMessages: ['The portal does not offer this.'] });
      }
      try {
        await transitionIssue(site, actorOf(as), issueOf(issueKey, as), transitionId);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        throw new Refusal(400, { errorMessages: ['Your request could not be updated.'] });
      }
    },
  };
}

const actorOf = (accountId: string = AUTOMATION_ACCOUNT_ID): Actor => ({ kind: 'user', accountId });

function statusOf(site: Site, asked: string, own: readonly { statusId: string }[]): Status {
  const statuses = own.flatMap(({ statusId }) => site.state.statuses.get(statusId) ?? []);
  const status = statuses.find(({ id, name }) => id === asked || name === asked);
  if (status) return status;
  throw new NotModelled(`a status "${asked}" that the workflow does not have`);
}
