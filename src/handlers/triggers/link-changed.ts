import * as v from 'valibot';
import { noticeLinkChange } from '../../usecases/notice-link-change';
import { onEvent } from '../edge-background';

/** A link event has ids only, and does not say which end is which: both are looked at. */
const LinkEvent = v.object({
  sourceIssueId: v.union([v.string(), v.number()]),
  destinationIssueId: v.union([v.string(), v.number()]),
});

/** trigger "link-changed": two issues were linked or their link was removed. */
export const handler = onEvent('link-changed', LinkEvent, async ({ env }, event) => {
  await noticeLinkChange(env, [String(event.sourceIssueId), String(event.destinationIssueId)]);
});
