import * as v from 'valibot';
import { noticeLinkChange } from '../../usecases/notice-link-change';
import { onEvent } from '../edge-background';

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

/** A link event has ids only: both ends are looked at, and what it says of them is not believed. */
const LinkEvent = v.object({
  eventType: v.fallback(v.string(), ''),
  atlassianId: v.fallback(v.nullish(v.string(), null), null),
  id: v.fallback(id, ''),
  sourceIssueId: id,
  destinationIssueId: id,
  issueLinkType: v.fallback(v.object({ id, name: v.string() }), { id: '', name: '' }),
});

/** trigger "link-changed": two issues were linked or their link was removed. */
export const handler = onEvent('link-changed', LinkEvent, async ({ env }, event) => {
  await noticeLinkChange(env, {
    id: event.id,
    typeId: event.issueLinkType.id,
    typeName: event.issueLinkType.name,
    sourceId: event.sourceIssueId,
    destinationId: event.destinationIssueId,
    by: event.atlassianId,
    change: event.eventType.includes('deleted') ? 'deleted' : 'created',
  });
});
