import { randomUUID } from 'node:crypto';
import { instant } from '../core/time';
import { jiraPort } from '../jira/jira-port';
import { askAgain } from '../queue/ask-again';
import { queuePort } from '../queue/queue-port';
import { backlogStore } from '../store/backlog';
import { projectStore } from '../store/client-projects';
import { migrate } from '../store/migrations/migrations';
import { dryRunStore } from '../store/order/dry-runs';
import { goneStore } from '../store/order/gone-blockers';
import { handOverStore } from '../store/order/hand-overs';
import { confirmationStore } from '../store/order/order-confirmations';
import { passStore } from '../store/order/order-passes';
import { releaseStore } from '../store/order/order-releases';
import { orderSettingsStore } from '../store/order/order-settings';
import { orderStateStore } from '../store/order/order-states';
import { ruleGapStore } from '../store/order/rule-gaps';
import { whatIfStore } from '../store/order/what-if-drafts';
import { settingsStore } from '../store/settings';
import { actStore } from '../store/sla/acts';
import { incidentStore } from '../store/sla/incidents';
import { ledgerStore } from '../store/sla/ledgers';
import { recountStore } from '../store/sla/recounts';
import { sightingStore } from '../store/sla/sightings';
import { simulationStore } from '../store/sla/simulations';
import { slaStore } from '../store/sla/sla-store';
import { warningStore } from '../store/sla/warnings';
import { openSql } from '../store/sql';
import type { Env, Log, UserEnv, Viewer } from './env';
import { withBacklog } from './keep-backlog';

/**
 * The real world of one invocation. `site` is the install context of the invocation (one per
 * cloudId): a process may serve several sites, so whatever is kept between invocations is kept
 * under it.
 */
export function liveEnv(site: string): Env {
  const now = () => instant(Date.now());
  const sql = openSql(site);
  return {
    asApp: jiraPort('app', site),
    projects: projectStore(sql),
    sla: slaStore(sql),
    incidents: incidentStore(sql),
    simulations: simulationStore(sql),
    warnings: warningStore(sql),
    acts: actStore(sql),
    recounts: recountStore(sql),
    sightings: sightingStore(sql),
    ledgers: ledgerStore(sql),
    order: {
      ...orderSettingsStore(),
      ...passStore(sql),
      ...confirmationStore(sql),
      ...releaseStore(sql),
      ...goneStore(),
      ...ruleGapStore(),
      ...handOverStore(sql),
      ...whatIfStore(),
    },
    orderStates: orderStateStore(sql),
    dryRuns: dryRunStore(),
    settings: settingsStore(site),
    queue: withBacklog(queuePort(), backlogStore(sql), now),
    now,
    newId: () => randomUUID(),
    migrate,
    log: liveLog,
  };
}

/** The same, for somebody who asks: Jira answers him with his own rights. */
export function liveUserEnv(site: string, viewer: Viewer): UserEnv {
  return { ...liveEnv(site), asUser: jiraPort('user', site), viewer };
}

/** One JSON line per event; Forge keeps 100 lines a minute and charges for more. */
export const liveLog: Log = {
  info: (event, facts = {}) => console.info(JSON.stringify({ event, ...facts })),
  warn: (event, facts = {}) => console.warn(JSON.stringify({ event, ...facts })),
};

/** What a function of a product event hands back to get the event again after so many seconds. */
export const liveAskAgain = askAgain;
