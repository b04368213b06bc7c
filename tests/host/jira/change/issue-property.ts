import { refuse } from '../endpoint';
import type { Actor } from '../jira-types';
import type { Site } from '../site';
import type { Issue } from '../state/types';
import { emitEvent } from './events';
import { issuePart, markChanged } from './record';

const mostCharacters = 32_768;
const longestKey = 255;

/** Replaces the value, never merges. The change is no history of the issue. */
export function setIssueProperty(
  site: Site,
  actor: Actor,
  issue: Issue,
  property: { key: string; value: unknown },
): void {
  const { key, value } = property;
  if (value === undefined || JSON.stringify(value).length > mostCharacters) {
    throw refuse(400, `The property value must be JSON of at most ${mostCharacters} characters.`);
  }
  if (key.length > longestKey) {
    throw refuse(400, `The property key must not be longer than ${longestKey} characters.`);
  }
  issue.properties.set(key, structuredClone(value));
  markChanged(site, issue, 'property');
  emitEvent(site, actor, 'avi:jira:set:issue-property', {
    ...issuePart(site, issue),
    property: { key, value },
  });
}

export function deleteIssueProperty(site: Site, actor: Actor, issue: Issue, key: string): void {
  issue.properties.delete(key);
  markChanged(site, issue, 'property');
  emitEvent(site, actor, 'avi:jira:deleted:issue-property', {
    ...issuePart(site, issue),
    property: { key },
  });
}
