import type { ClientProject, LinkedEpic } from '../../core/project/client-project';
import type { Instant } from '../../core/time';

/** Client projects and their epics (Forge SQL). getX throws when absent, findX gives null, listX []. */
export type ProjectStorePort = {
  readonly listProjects: () => Promise<readonly ClientProject[]>;
  readonly findProject: (id: string) => Promise<ClientProject | null>;
  /** False when the key is taken. */
  readonly addProject: (project: ClientProject) => Promise<boolean>;
  /** Compare-and-set on `version`: false when somebody else changed it first. */
  readonly saveProject: (project: ClientProject, shownVersion: number) => Promise<boolean>;
  readonly findProjectOfEpic: (issueId: string) => Promise<ClientProject | null>;
  readonly listEpics: (clientProjectId: string) => Promise<readonly LinkedEpic[]>;
  /** Of all client projects. One statement. */
  readonly listAllEpics: () => Promise<readonly LinkedEpic[]>;
  /** For the whole portfolio, one statement. */
  readonly countEpics: () => Promise<ReadonlyMap<string, number>>;
  /** Which of these issues are linked, and where. */
  readonly listLinks: (issueIds: readonly string[]) => Promise<readonly LinkedEpic[]>;
  /** False when the issue is linked already, here or elsewhere: an issue has one client project. */
  readonly addEpic: (epic: LinkedEpic) => Promise<boolean>;
  readonly removeEpic: (clientProjectId: string, issueId: string) => Promise<boolean>;
  readonly audit: (entry: AuditEntry) => Promise<void>;
};

export type AuditEntry = {
  /** Given where the same thing may be said twice, and is to stand there once. */
  readonly id?: string;
  readonly at: Instant;
  readonly actorAccountId: string | null;
  readonly act: string;
  readonly clientProjectId: string | null;
  readonly issueId: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
};
