import type { Answer } from './answer';
import type { HandOverApi, HandOversView } from './hand-over';
import type { LedgerView } from './ledger';
import type {
  AskForPassRequest,
  ExternalBlocker,
  IssuePassRequest,
  OrderActRequest,
  OrderQuestionsView,
  OrderView,
} from './order-acts';
import type { RecountView, SlaActRequest } from './sla-acts';
import type { ClientProjectHead, DepartmentEpics, HiddenItems, SlaView, StartView } from './views';

/** What the TAM panel asks. The issue is always the one of the context, never of the payload. */
export type TamPanelApi = {
  load: (request: Record<string, never>) => Promise<Answer<PanelView>>;
  linkEpic: (request: { clientProjectId: string; issueKey: string }) => Promise<Answer<PanelView>>;
  createEpic: (request: CreateEpicRequest) => Promise<Answer<PanelView>>;
  unlinkEpic: (request: { issueId: string }) => Promise<Answer<PanelView>>;
  /** "successor waits for blocker": makes the Blocks link in Jira. Both must be linked epics. */
  setOrder: (request: OrderRequest) => Promise<Answer<PanelView>>;
  removeOrder: (request: OrderRequest) => Promise<Answer<PanelView>>;
  /** TAM, deputies and the department's lead; refused where nothing is refused. */
  issuePass: (request: IssuePassRequest) => Promise<Answer<PanelView>>;
  revokePass: (request: { passId: string }) => Promise<Answer<PanelView>>;
  /** Whoever may edit the issue; the TAM and the lead are told. */
  askForPass: (request: AskForPassRequest) => Promise<Answer<PanelView>>;
  /** TAM and deputies only. */
  decideOrder: (request: OrderActRequest) => Promise<Answer<PanelView>>;
  orderQuestions: (request: Record<string, never>) => Promise<Answer<OrderQuestionsView>>;
  /** TAM and deputies only. The clocks are judged anew within a minute. */
  recordSlaAct: (request: SlaActRequest) => Promise<Answer<PanelView>>;
  /** Frozen verdicts of this incident against what would be judged now; TAM and deputies only. */
  recompute: (request: {
    clientProjectId: string;
    /** Each cycle by the version of its start, or all by the one in force now. */
    by: 'own' | 'latest';
  }) => Promise<Answer<readonly RecountView[]>>;
  /** By key or text, over all departments, as the viewer sees them; epics first, at most 20. */
  searchEpics: (request: { text: string }) => Promise<Answer<readonly EpicChoice[]>>;
  /** Where every minute of this incident went: what its verdicts rest on. */
  explain: (request: Record<string, never>) => Promise<Answer<LedgerView>>;
} & HandOverApi;

export type OrderRequest = { successorId: string; blockerId: string };

export type CreateEpicRequest = {
  projectId: string;
  summary: string;
  dueDate: string | null;
};

export type EpicChoice = {
  readonly key: string;
  readonly summary: string;
  readonly department: string;
  readonly statusName: string;
  /** Key of the client project that it is linked to already, if the viewer may know; else null. */
  readonly linkedTo: string | null;
};

export type PanelView = {
  readonly now: string;
  readonly issueId: string;
  readonly issueKey: string;
  /**
   * TAM or deputy of the project shown; without a project: of at least one that it could be linked
   * to.
   */
  readonly mayManage: boolean;
  /** Client projects that the viewer may link this issue to. Empty when it is linked. */
  readonly linkTargets: readonly {
    readonly id: string;
    readonly key: string;
    readonly name: string;
  }[];
  readonly project: PanelProject | null;
  /** Null when nothing orders this issue: it is no linked epic and has no blocker. */
  readonly start: StartView | null;
  /** What may be decided about its order, and what was; null where `start` is. */
  readonly order: OrderView | null;
  /** What it waits for outside this Jira. */
  readonly external: readonly ExternalBlocker[];
  /** Clocks when a policy selects this issue as an incident; else null. */
  readonly sla: SlaView | null;
  /** What it hands over and takes; null where no form asks for that and nothing was given. */
  readonly handOvers: HandOversView | null;
};

export type PanelProject = ClientProjectHead & {
  readonly departments: readonly DepartmentEpics[];
  /** Linked epics that the viewer may not browse. */
  readonly hidden: readonly HiddenItems[];
  /** Departments in which the viewer may create an epic. */
  readonly createIn: readonly { readonly projectId: string; readonly department: string }[];
};
