export type EntryPoint = 'view' | 'edit' | 'create';

/** Where on the site a module stands. */
export type FramePlace = {
  entryPoint?: EntryPoint;
  issueKey?: string;
  projectKey?: string;
  dashboardId?: string;
  gadgetId?: string;
  /** A rule of the workflow editor: which workflow's transition it stands on, or shall stand on. */
  workflowId?: string;
  transitionId?: string;
  /** Absent while the rule is created. */
  ruleId?: string;
  modal?: Record<string, unknown>;
};

/** What the shell asks for: a module and its place. */
export type FrameRequest = FramePlace & {
  moduleKey: string;
  /** A resource of the manifest (`ui/panel`) for a modal; the module's own when absent. */
  resource?: string;
};

/** The context that Forge vouches for: view.getContext() on screen, req.context in a resolver. */
export type FrameContext = {
  accountId: string;
  cloudId: string;
  environmentId: string;
  environmentType: string;
  localId: string;
  locale: string;
  moduleKey: string;
  siteUrl: string;
  timezone: string;
  theme: Record<string, string>;
  extension: Record<string, unknown>;
  license?: undefined;
};

export type OpenFrame = {
  frameId: string;
  moduleKey: string;
  accountId: string;
  /** Path of the page inside the frames' origin: /frames/<frameId>/<file>. */
  path: string;
  /** Folder of the resource that the frame may read. */
  folder: string;
  context: FrameContext;
};

/** The person may not see the issue, project or page: Jira says 404, never 403. */
export class FrameRefused extends Error {}
