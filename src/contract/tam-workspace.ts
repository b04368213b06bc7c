import type { Person } from '../core/issue';
import type { Answer } from './answer';
import type { PassState, PassView } from './order-acts';
import type { ClientProjectHead, DepartmentEpics, HiddenItems } from './views';
import type { WhatIfApi } from './what-if';

/** What the workspace page asks. */
export type TamWorkspaceApi = WhatIfApi & {
  load: (request: Record<string, never>) => Promise<Answer<WorkspaceView>>;
  open: (request: { clientProjectId: string }) => Promise<Answer<ClientProjectView>>;
  /** Asked when the list is unfolded, so that opening the page does not pay for it. */
  passes: (request: { clientProjectId: string }) => Promise<Answer<ProjectPasses>>;
  createProject: (request: NewClientProject) => Promise<Answer<WorkspaceView>>;
  saveProject: (request: ClientProjectEdit) => Promise<Answer<ClientProjectView>>;
  searchPeople: (request: { text: string }) => Promise<Answer<readonly Person[]>>;
};

export type NewClientProject = {
  /** 2 to 10 capitals and digits, first a capital; unique. */
  key: string;
  name: string;
  client: string;
  tamAccountId: string;
  deputyAccountIds: string[];
  /** May see the project's reports without managing it. */
  viewerAccountIds: string[];
  policyKey: string | null;
  /** Which issues are this client's incidents; parsed by Jira before it is saved. */
  incidentsJql: string;
  /** Figures count incidents that their reader may not browse, too. */
  countsHidden: boolean;
};

/** `version` is the one that was shown; a newer one in the store answers `conflict`. */
export type ClientProjectEdit = Omit<NewClientProject, 'key'> & {
  clientProjectId: string;
  version: number;
};

export type WorkspaceView = {
  readonly mayCreate: boolean;
  /** Who looks; null when Jira does not tell. */
  readonly me: Person | null;
  readonly projects: readonly ClientProjectRow[];
  readonly policies: readonly { readonly key: string; readonly name: string }[];
};

export type ClientProjectRow = ClientProjectHead & {
  readonly isMine: boolean;
  readonly epics: number;
  readonly openBreaches: number;
  /** It has a contract, but its past incidents have never been read in. */
  readonly lacksHistory: boolean;
};

export type ClientProjectView = ClientProjectHead & {
  readonly version: number;
  readonly mayManage: boolean;
  /** May he try out due dates, and has he begun to? */
  readonly whatIf: 'notAllowed' | 'none' | 'begun';
  readonly deputies: readonly Person[];
  readonly viewers: readonly Person[];
  readonly policyKey: string | null;
  readonly incidentsJql: string;
  readonly countsHidden: boolean;
  /** It has a contract, but its past incidents have never been read in. */
  readonly lacksHistory: boolean;
  readonly departments: readonly DepartmentEpics[];
  readonly hidden: readonly HiddenItems[];
  /** Of these departments; for whoever manages it, and empty where no administrator has looked. */
  readonly unruled: readonly UnruledDepartment[];
};

/** Transitions of a department past which nothing holds the order, as an administrator saw it. */
export type UnruledDepartment = {
  readonly department: string;
  readonly transitions: readonly string[];
  readonly seenAt: string;
};

/** The passes of the last 90 days. */
export type ProjectPasses = {
  /** Newest first, on issues that the viewer may browse. */
  readonly passes: readonly ProjectPass[];
  /** How many more there are, on issues that he may not. */
  readonly hidden: number;
};

/** Never `worthless`: that would take the order of every issue. */
export type ProjectPass = PassView & {
  readonly issueKey: string;
  readonly state: Exclude<PassState, 'worthless'>;
};
