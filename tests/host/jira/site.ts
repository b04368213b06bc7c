import type { HostClock } from '../clock';
import type { JiraChange, JiraSettings, ProductEvent, TransitionJudge } from './jira-types';
import type { SearchIndex } from './search/search-index';
import type { JiraState } from './state/state';

/** What every endpoint works on. */
export interface Site {
  readonly state: JiraState;
  readonly clock: HostClock;
  readonly settings: JiraSettings;
  readonly index: SearchIndex;
  emit(event: ProductEvent): void;
  announce(change: JiraChange): void;
  readonly judge: () => TransitionJudge | undefined;
  /** Work that Jira does after it has answered. */
  inBackground(work: () => Promise<void>): void;
}
