import type { ProductEvent } from '../jira/jira';
import type { FramePlace, FrameRequest, OpenFrame } from './frames/frame';
import type { GadgetConfigs } from './frames/gadget-configs';
import type { Uninstallation } from './installation';
import type { InvocationOutcome, InvocationRecord } from './invocation';
import type { AppManifest } from './manifest/app-manifest';
import type { ModuleListing, Place } from './manifest/list-modules';
import type { Outages } from './services/outages';

/** How product events travel from Jira to the app. Rates are probabilities 0..1. */
export type EventSwitches = {
  /** Host milliseconds between the change and the event's delivery. */
  eventDelayMs: number;
  duplicateEvents: number;
  reorderEvents: number;
  loseEvents: number;
};

/** What the host takes for true where Forge's docs are silent; a test may take the opposite. */
export type Assumptions = {
  /**
   * Does the context of a workflow validator name who moves the issue (`principal`)? Its docs
   * promise no user, so by default it does not.
   */
  tellMover: boolean;
};

/**
 * How many times faster timers run in the app's functions, and their limits of time with them: 25 s
 * pass in 2.5 s at 10. Nobody can wait for a real timeout in every run of the tests.
 */
export type Haste = { times: number };

export type BadgeStatus = {
  type: 'badge' | 'lozenge' | 'icon';
  value: { label: string; url?: string; type?: string };
};

export type Badge = { moduleKey: string; title: string; label: string; status?: BadgeStatus };

/** Who looks, in which language and colours. */
export type Viewer = { accountId: string; locale: string; colorMode: 'light' | 'dark' };

/** Where a resolver is called from: the same facts that Forge puts into the trusted context. */
export type InvokeAs = FramePlace & { as: string; locale?: string };

export type StoredJob = {
  queue: string;
  jobId: string;
  dueAt: number;
  attempt: number;
  body: unknown;
};

/** The local Forge: the app's functions, their services and everything that calls them. */
export interface Forge {
  readonly manifest: AppManifest;
  readonly switches: EventSwitches;
  readonly assumptions: Assumptions;
  readonly outages: Outages;
  readonly haste: Haste;
  readonly gadgets: GadgetConfigs;
  /** Proxy routes and targets that the app called and the host does not model; tests assert []. */
  readonly unknownCalls: string[];
  isInstalled(): boolean;
  /** Calls the app's preUninstall functions, then takes the app away. Its data stay. */
  uninstall(): Promise<Uninstallation[]>;
  /** Puts the app back, with the data that it had. */
  install(): void;
  listModules(place: Place, viewer: Viewer): ModuleListing[];
  /** Throws FrameRefused when the person may not see what the frame stands on. */
  openFrame(request: FrameRequest, viewer: Viewer): Promise<OpenFrame>;
  findFrame(frameId: string): OpenFrame | undefined;
  /** What the bridge's `invoke` does inside an open frame. */
  invokeInFrame(frameId: string, functionKey: string, payload: unknown): Promise<InvocationOutcome>;
  /** The bridge's `fetchProduct`: Jira as the frame's person, within the app's scopes. */
  fetchInFrame(frameId: string, payload: unknown): Promise<unknown>;
  badges(issueKey: string, viewer: Viewer): Promise<Badge[]>;
  /** Runs a scheduled trigger now, whatever its interval. */
  runSchedule(moduleKey: string): Promise<InvocationOutcome>;
  /** Gives the app an event as if Jira had sent it, through filters and switches. */
  deliver(event: ProductEvent): void;
  /** Queue jobs that wait for their time. */
  jobs(): StoredJob[];
  /** Reads and changes the app's database beside the app (for tests and the inspector). */
  query(statement: string, params?: unknown[]): Promise<Record<string, unknown>[]>;
  invocations(since?: number): InvocationRecord[];
  onInvocation(listener: (record: InvocationRecord) => void): void;
  /** Resolves when no event is under way, no job is due and no function runs. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}
