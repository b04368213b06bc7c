import type { Answer } from './answer';
import type { ClientProjectHead, SlaView, StartView } from './views';

/** What the badge in the issue's right column shows when it is opened. */
export type TamBadgeApi = {
  load: (request: Record<string, never>) => Promise<Answer<BadgeView>>;
};

export type BadgeView = {
  readonly now: string;
  readonly issueKey: string;
  readonly project: ClientProjectHead | null;
  readonly start: StartView | null;
  readonly sla: SlaView | null;
};
