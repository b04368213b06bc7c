import { addLink, findIssue, type JiraState } from '../jira/state/state';
import type { ExportedIssue, ExportedLink } from './exported';
import type { Note } from './notes';

/** Each link once, though both of its issues tell it; links out of the file are left out. */
export function loadLinks(state: JiraState, issues: readonly ExportedIssue[], note: Note): void {
  for (const { id, key, fields } of issues) {
    for (const link of fields.issuelinks ?? []) loadLink(state, { id, key }, link, note);
  }
}

function loadLink(
  state: JiraState,
  own: { id: string; key: string },
  link: ExportedLink,
  note: Note,
): void {
  const outward = link.outwardIssue;
  const other = outward ?? link.inwardIssue;
  const found = findIssue(state, other?.key ?? '');
  const typeId = String(link.type?.id);
  if (!found || !state.linkTypes.has(typeId)) {
    const what = `is linked to "${other?.key}" outside of the file`;
    note({ issue: own.key, what, done: 'the link was left out' });
    return;
  }
  const [sourceId, destinationId] = outward ? [own.id, found.id] : [found.id, own.id];
  const linkId = link.id ?? `${sourceId}-${typeId}-${destinationId}`;
  if (!state.links.has(linkId)) addLink(state, { id: linkId, typeId, sourceId, destinationId });
}
