import * as v from 'valibot';
import type { Person as CorePerson } from '../../core/issue';

/** A Jira user. The name may be withheld by the person's privacy settings. */
export const Person = v.pipe(
  v.object({
    accountId: v.string(),
    displayName: v.optional(v.string(), ''),
    avatarUrls: v.optional(v.record(v.string(), v.string()), {}),
  }),
  v.transform(
    ({ accountId, displayName, avatarUrls }): CorePerson => ({
      accountId,
      name: displayName,
      avatarUrl: avatarUrls['24x24'] ?? avatarUrls['48x48'] ?? null,
    }),
  ),
);
