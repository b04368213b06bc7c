import type { Actor } from '../jira-types';
import type { Site } from '../site';
import { addLink, linksOf, must, nextId, removeLink } from '../state/state';
import type { HistoryItem, Issue, IssueLink, LinkType } from '../state/types';
import { emitEvent, eventLink } from './events';
import { historyItem, recordHistory } from './record';

/** Links source ("blocks") to destination ("is blocked by"). An existing link answers as created. */
export function linkIssues(
  site: Site,
  actor: Actor,
  type: LinkType,
  ends: { source: Issue; destination: Issue },
): void {
  const { source, destination } = ends;
  const known = linksOf(site.state, source.id).some(
    (link) =>
      link.typeId === type.id &&
      link.sourceId === source.id &&
      link.destinationId === destination.id,
  );
  if (known) return;
  const link: IssueLink = {
    id: nextId(site.state),
    typeId: type.id,
    sourceId: source.id,
    destinationId: destination.id,
  };
  addLink(site.state, link);
  recordEnds(site, actor, link, linkedItem);
  emitEvent(site, actor, 'avi:jira:created:issuelink', eventLink(site, link));
}

export function unlinkIssues(site: Site, actor: Actor, link: IssueLink): void {
  const body = eventLink(site, link);
  removeLink(site.state, link);
  recordEnds(site, actor, link, unlinkedItem);
  emitEvent(site, actor, 'avi:jira:deleted:issuelink', body);
}

/** Both issues get a history; no updated:issue event is sent for a link. */
function recordEnds(
  site: Site,
  actor: Actor,
  link: IssueLink,
  item: (relation: string, other: Issue) => HistoryItem,
): void {
  const { issues, linkTypes } = site.state;
  const source = must(issues, link.sourceId);
  const destination = must(issues, link.destinationId);
  const type = must(linkTypes, link.typeId);
  recordHistory(site, actor, source, [item(type.outward, destination)]);
  recordHistory(site, actor, destination, [item(type.inward, source)]);
}

const nothing = { id: null, text: null };
const shown = (relation: string, other: Issue) => ({
  id: other.key,
  text: `This issue ${relation} ${other.key}`,
});

const linkedItem = (relation: string, other: Issue): HistoryItem =>
  historyItem({ name: 'Link' }, nothing, shown(relation, other));

const unlinkedItem = (relation: string, other: Issue): HistoryItem =>
  historyItem({ name: 'Link' }, shown(relation, other), nothing);
