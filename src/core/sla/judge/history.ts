import type { Instant } from '../../time';

/** Jira's status category keys; `unknown` when nothing says which one a status has. */
export type StatusCategory = 'new' | 'indeterminate' | 'done' | 'unknown';

export type StatusRef = {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategory;
};

/** A value with an id and a name: a priority, a resolution, an issue type. */
export type NamedRef = { readonly id: string; readonly name: string };

/** What a field holds; a list as Jira's changelogs join it, with its parts where they are known. */
export type FieldValue = NamedRef & { readonly parts?: readonly NamedRef[] };

type EventBase = {
  readonly at: Instant;
  /** Changes of one history record share it: they happened at once and are judged once. */
  readonly record: string;
  /** Account id of who did it; null when Jira does not say (deleted or anonymous). */
  readonly by: string | null;
  /** The account is an app or an automation, not a person. */
  readonly byApp: boolean;
};

export type HistoryEvent = EventBase &
  (
    | { readonly kind: 'status'; readonly from: StatusRef; readonly to: StatusRef }
    | {
        readonly kind: 'priority';
        readonly from: NamedRef | null;
        readonly to: NamedRef | null;
      }
    | {
        readonly kind: 'resolution';
        readonly from: NamedRef | null;
        readonly to: NamedRef | null;
      }
    | { readonly kind: 'issueType'; readonly from: NamedRef | null; readonly to: NamedRef | null }
    | { readonly kind: 'assignee'; readonly from: string | null; readonly to: string | null }
    | { readonly kind: 'reporter'; readonly from: string | null; readonly to: string | null }
    /**
     * `isPublic`: the client can read it (no restriction, not an internal note). `editedAt`: when it
     * was last edited or made public, absent when never.
     */
    | { readonly kind: 'comment'; readonly isPublic: boolean; readonly editedAt?: Instant }
    /** Projects by key; by name where nothing tells the key. */
    | { readonly kind: 'moved'; readonly fromProject: string; readonly toProject: string }
    | {
        readonly kind: 'link';
        readonly change: 'added' | 'removed';
        readonly otherKey: string;
        readonly text: string;
      }
    /** Any other field that a policy's conditions may name. */
    | {
        readonly kind: 'field';
        /** Its name at that time. */
        readonly field: string;
        /** Told where it is another: policies name a field by either. */
        readonly fieldId?: string;
        readonly from: FieldValue | null;
        readonly to: FieldValue | null;
      }
    /** Calendar dates `YYYY-MM-DD`. */
    | { readonly kind: 'dueDate'; readonly from: string | null; readonly to: string | null }
  );

/** One issue's life as the clocks need it: how it began, and what happened, in order. */
export type IncidentHistory = {
  readonly issueId: string;
  readonly key: string;
  readonly projectId: string;
  readonly projectKey: string;
  readonly issueTypeAtCreation: NamedRef;
  readonly created: Instant;
  /** Account id, as of now. */
  readonly reporterId: string | null;
  /** Account id; absent: that of now. */
  readonly reporterAtCreation?: string | null;
  readonly statusAtCreation: StatusRef;
  readonly priorityAtCreation: NamedRef | null;
  readonly resolutionAtCreation: NamedRef | null;
  /** Account id; absent when nothing told. The same holds for the next three. */
  readonly assigneeAtCreation?: string | null;
  /** Key of the Jira project that it was created in; absent: that of its present one. */
  readonly projectAtCreation?: string;
  readonly dueDateAtCreation?: string | null;
  /** By name or id. */
  readonly fieldsAtCreation?: { readonly [field: string]: FieldValue | null };
  /** Ascending by instant, then by record number; the changes of a record stand together. */
  readonly events: readonly HistoryEvent[];
  /** Jira's own resolution date, for the rule of its Time in Status field; null when open. */
  readonly resolvedAt: Instant | null;
};
