import type { Person } from '../core/issue';
import type { Language } from '../core/language';
import type { Answer } from './answer';
import type { CoverageApi } from './coverage';
import type { HolidayPlace, HolidayPreview, HolidayRequest } from './holidays';
import type { OrderSettingsApi } from './order-settings';
import type { SimulationList } from './simulation';

/** Tabs with a contract of their own. */
type TabsApi = CoverageApi & OrderSettingsApi;

/** What the admin page asks. Every function is for Jira administrators only. */
export type TamSettingsApi = TabsApi & {
  load: (request: Record<string, never>) => Promise<Answer<SettingsView>>;
  saveDepartment: (request: DepartmentEdit) => Promise<Answer<SettingsView>>;
  /** For naming a department's lead. */
  searchPeople: (request: { text: string }) => Promise<Answer<readonly Person[]>>;
  removeDepartment: (request: { projectId: string }) => Promise<Answer<SettingsView>>;
  saveLanguage: (request: { language: Language }) => Promise<Answer<SettingsView>>;
  saveBlockLinkType: (request: { linkTypeId: string }) => Promise<Answer<SettingsView>>;
  /**
   * `text` is a policy file; problems come back as `invalid` with one line each in `text`. A changed
   * text becomes the next version. `openCycles` says whether clocks that run now keep the version
   * of their start (the default) or go on under this one.
   */
  savePolicy: (request: {
    text: string;
    openCycles?: 'keep' | 'apply';
  }) => Promise<Answer<SettingsView>>;
  startBackfill: (request: { clientProjectId: string }) => Promise<Answer<readonly BackfillView[]>>;
  cancelBackfill: (request: { backfillId: string }) => Promise<Answer<readonly BackfillView[]>>;
  backfills: (request: Record<string, never>) => Promise<Answer<readonly BackfillView[]>>;
  /** Replays the last months of a client project under another policy file. Touches no verdict. */
  startSimulation: (request: {
    clientProjectId: string;
    /** 1 to 36. */
    months: number;
    text: string;
  }) => Promise<Answer<SimulationList>>;
  cancelSimulation: (request: { simulationId: string }) => Promise<Answer<SimulationList>>;
  /** Queues the next step of a run whose job was lost. */
  resumeSimulation: (request: { simulationId: string }) => Promise<Answer<SimulationList>>;
  deleteSimulation: (request: { simulationId: string }) => Promise<Answer<SimulationList>>;
  /** With `open` that one is shown with its flips, else the latest. */
  simulations: (request: { open?: string }) => Promise<Answer<SimulationList>>;
  /** Countries whose public holidays are known, with their states and regions. */
  holidayPlaces: (request: Record<string, never>) => Promise<Answer<readonly HolidayPlace[]>>;
  /** Reads days from a country's calendar or an .ics file; saves nothing. */
  previewHolidays: (request: HolidayRequest) => Promise<Answer<HolidayPreview>>;
};

export type DepartmentEdit = {
  projectId: string;
  name: string;
  leadAccountId: string | null;
  /** "Everybody in this Jira may browse this department's issues"; absent means no. */
  isOpen?: boolean;
};

export type SettingsView = {
  readonly departments: readonly DepartmentRow[];
  /** Jira projects that are no department yet. */
  readonly otherProjects: readonly {
    readonly projectId: string;
    readonly key: string;
    readonly name: string;
  }[];
  readonly linkTypes: readonly {
    readonly id: string;
    readonly name: string;
    readonly inward: string;
    readonly outward: string;
  }[];
  readonly blockLinkTypeId: string | null;
  /** Of what is said where Forge does not tell who reads: refusals and lozenges. */
  readonly language: Language;
  readonly policies: readonly PolicyRow[];
  readonly clientProjects: readonly {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly policyKey: string | null;
  }[];
  readonly backfills: readonly BackfillView[];
  /** Which Jira projects wake the app with their events. */
  readonly hearing: {
    /** Keys of projects that should and do not: what happens there waits for the nightly sweep. */
    readonly unheard: readonly string[];
    /** Keys of client projects whose JQL names no project, so that every project wakes the app. */
    readonly everywhere: readonly string[];
  };
};

export type DepartmentRow = {
  readonly projectId: string;
  readonly projectKey: string;
  readonly name: string;
  readonly lead: Person | null;
  readonly isOpen: boolean;
};

export type PolicyRow = {
  readonly key: string;
  readonly name: string;
  readonly version: number;
  /** The latest version's policy file as it was saved. */
  readonly text: string;
  /** Every version, latest first. */
  readonly versions: readonly PolicyVersionRow[];
  /** Of these, by number, those that cannot be used any more: nothing is judged by them. */
  readonly unusable: readonly number[];
};

export type PolicyVersionRow = {
  readonly version: number;
  /** Clocks that start from then on are judged by it. */
  readonly effectiveFrom: string;
  readonly savedAt: string;
  /** Clocks that were open then are judged by it too. */
  readonly appliesToOpen: boolean;
  readonly text: string;
};

export type BackfillView = {
  readonly id: string;
  readonly clientProjectKey: string;
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Issues left out, with the reason, at most 20. */
  readonly skipped: readonly { readonly issueKey: string; readonly why: string }[];
  readonly error: string | null;
};
