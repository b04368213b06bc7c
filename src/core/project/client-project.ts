import type { Instant } from '../time';

/** What one TAM answers for; stored in Forge SQL. People are account ids, never names. */
export type ClientProject = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly client: string;
  readonly tamAccountId: string;
  readonly deputyAccountIds: readonly string[];
  /** May see its reports without managing it. */
  readonly viewerAccountIds: readonly string[];
  readonly policyKey: string | null;
  /** Which Jira issues are incidents of this client. */
  readonly incidentsJql: string;
  /**
   * The figures of its reports count incidents that their reader may not browse, too; else they are
   * made of those that he may (SLA semantics C8.7).
   */
  readonly countsHidden: boolean;
  /** Grows by one with each change; the compare-and-set of two people editing at once. */
  readonly version: number;
  readonly createdAt: Instant;
};

/**
 * An issue linked into a client project. Only ids: keys, names and states are read from Jira when
 * shown.
 */
export type LinkedEpic = {
  readonly clientProjectId: string;
  readonly issueId: string;
  readonly linkedBy: string;
  readonly linkedAt: Instant;
};

/** A Jira project registered as an engineering department. */
export type Department = {
  readonly projectId: string;
  readonly projectKey: string;
  readonly name: string;
  readonly leadAccountId: string | null;
  /**
   * An administrator has said that everybody who works in this Jira may browse its issues, so that
   * a refusal may name them even where Forge does not tell who reads it.
   */
  readonly isOpen: boolean;
};
