import type { Instant } from '../core/time';
import type { ActPort } from './ports/act-port';
import type { DryRunPort } from './ports/dry-run-port';
import type { IncidentPort } from './ports/incident-port';
import type { JiraPort } from './ports/jira-port';
import type { LedgerPort } from './ports/ledger-port';
import type { OrderPort } from './ports/order-ports';
import type { OrderStatePort } from './ports/order-state-port';
import type { ProjectStorePort } from './ports/project-store-port';
import type { QueuePort } from './ports/queue-port';
import type { RecountPort } from './ports/recount-port';
import type { SettingsPort } from './ports/settings-port';
import type { SightingPort } from './ports/sighting-port';
import type { SimulationPort } from './ports/simulation-port';
import type { SlaStorePort } from './ports/sla-store-port';
import type { WarningStorePort } from './ports/warning-ports';

/** All that a use case may touch of the world. Tests pass another one. */
export type Env = {
  /** As the app: sees what no viewer may learn. Every use says in its name or in a comment why. */
  readonly asApp: JiraPort;
  readonly projects: ProjectStorePort;
  readonly sla: SlaStorePort;
  readonly incidents: IncidentPort;
  readonly simulations: SimulationPort;
  readonly warnings: WarningStorePort;
  readonly acts: ActPort;
  readonly recounts: RecountPort;
  readonly sightings: SightingPort;
  readonly ledgers: LedgerPort;
  readonly order: OrderPort;
  readonly orderStates: OrderStatePort;
  readonly dryRuns: DryRunPort;
  readonly settings: SettingsPort;
  readonly queue: QueuePort;
  readonly now: () => Instant;
  /** A new UUID. */
  readonly newId: () => string;
  /** Brings the tables of Forge SQL up to date; names what it changed. */
  readonly migrate: () => Promise<readonly string[]>;
  readonly log: Log;
};

/** The world of a resolver: somebody asks, and Jira answers him with his own rights. */
export type UserEnv = Env & {
  readonly asUser: JiraPort;
  readonly viewer: Viewer;
};

/** From the trusted context of the invocation, never from the payload. */
export type Viewer = {
  readonly accountId: string;
  readonly locale: 'en' | 'ru';
  /** IANA zone in which this person reads dates. */
  readonly timeZone: string;
};

/** Lines without names, texts or e-mails; ids only. */
export type Log = {
  readonly info: (
    event: string,
    facts?: Readonly<Record<string, string | number | boolean>>,
  ) => void;
  readonly warn: (
    event: string,
    facts?: Readonly<Record<string, string | number | boolean>>,
  ) => void;
};
