import type { StatusCategory } from '../../issue';
import type { Gate } from '../judge/judgement';

/** A status as a workflow names it; the reference is the workflow's own word for it. */
export type WorkflowStatus = {
  readonly ref: string;
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategory;
};

/** The app's own rule on a transition. */
export type OwnRule = {
  readonly id: string;
  readonly isDisabled: boolean;
  /** What was chosen for it; both where nothing was, or where that cannot be read. */
  readonly gates: readonly Gate[];
};

export type WorkflowTransition = {
  readonly id: string;
  readonly name: string;
  /** `global`: from any status; `initial`: an issue is created. */
  readonly kind: 'initial' | 'global' | 'directed';
  /** References of statuses; empty for anything but `directed`. */
  readonly fromRefs: readonly string[];
  readonly toRef: string;
  /** A service portal offers it to customers. */
  readonly isInPortal: boolean;
  readonly rules: readonly OwnRule[];
};

/** What coverage has to know of a workflow: everything else of it is none of the app's business. */
export type Workflow = {
  readonly id: string;
  readonly name: string;
  readonly isEditable: boolean;
  /** The team-managed project that it belongs to; null: any project may use it. */
  readonly projectId: string | null;
  readonly statuses: readonly WorkflowStatus[];
  readonly transitions: readonly WorkflowTransition[];
};
