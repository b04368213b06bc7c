import type { Pool } from 'mysql2/promise';
import type { HostClock } from '../clock';
import type { Jira } from '../jira/jira';
import type { DatabaseAddress } from '../tools/start-mariadb';
import { Activity } from './activity';
import { type Agenda, createAgenda } from './agenda';
import { EventPump } from './events/event-pump';
import { type Schedules, startSchedules } from './events/schedules';
import type { EventSwitches, Haste } from './forge';
import { type Installation, onlyInstalled } from './installation';
import { InvocationLog } from './invocation-log';
import type { AppManifest } from './manifest/app-manifest';
import { type ForgeProxy, startProxy } from './proxy/proxy';
import { createFunctionPool, type FunctionPool } from './runtime/function-pool';
import { createInvoker, type Invoker } from './runtime/invoker';
import { createEgressService } from './services/egress-service';
import { createJiraService, type JiraService } from './services/jira-service';
import { JobPump } from './services/job-pump';
import { createKvsService } from './services/kvs-service';
import { jiraWithOutages, NO_OUTAGES, type Outages, withOutages } from './services/outages';
import { createQueueService } from './services/queue-service';
import { openPool } from './services/sql-pool';
import { createSqlService } from './services/sql-service';

export type ForgeOptions = {
  appDir: string;
  functionsDir: string;
  manifest: AppManifest;
  jira: Jira;
  clock: HostClock;
  database: DatabaseAddress;
};

/** The running pieces of the local Forge, tied together. */
export type ForgeParts = ForgeOptions & {
  activity: Activity;
  agenda: Agenda;
  log: InvocationLog;
  pool: FunctionPool;
  sqlPool: Pool;
  proxy: ForgeProxy;
  jiraService: JiraService;
  invoke: Invoker;
  jobs: JobPump;
  events: EventPump;
  schedules: Schedules;
  switches: EventSwitches;
  outages: Outages;
  haste: Haste;
  installation: Installation;
};

export async function assemble(options: ForgeOptions): Promise<ForgeParts> {
  const { manifest, jira, clock } = options;
  const activity = new Activity();
  const agenda = createAgenda(clock);
  const log = new InvocationLog();
  const pool = createFunctionPool(options.functionsDir);
  const sqlPool = openPool(options.database);
  const outages = { ...NO_OUTAGES };
  const haste = { times: 1 };
  const jiraService = jiraWithOutages(outages, createJiraService(jira, manifest));
  // The invoker needs the proxy, whose queue service needs the invoker: bound when it is called.
  const installation: Installation = { isInstalled: true };
  const invoke = onlyInstalled(installation, (call) => invoker(call));
  const pumpParts = { manifest, clock, agenda, activity, invoke };
  const jobs = new JobPump(pumpParts);
  const proxy = await startProxy({
    jira: jiraService,
    kvs: withOutages(outages, 'kvs', createKvsService(clock, manifest)),
    sql: withOutages(outages, 'sql', createSqlService(sqlPool, clock, manifest)),
    queue: createQueueService(manifest, jobs, clock),
    egress: createEgressService(manifest),
  });
  const invoker = createInvoker({ manifest, pool, proxy, clock, log, activity, haste });
  const switches = { eventDelayMs: 0, duplicateEvents: 0, reorderEvents: 0, loseEvents: 0 };
  return {
    ...options,
    activity,
    agenda,
    log,
    pool,
    sqlPool,
    proxy,
    jiraService,
    invoke,
    jobs,
    switches,
    outages,
    haste,
    installation,
    events: new EventPump({ ...pumpParts, jira, switches, installation }),
    schedules: startSchedules(pumpParts),
  };
}
