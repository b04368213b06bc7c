export type Person = { accountId: string; displayName: string; about?: string };
export type ColorMode = 'light' | 'dark';

export type Session = {
  me: Person;
  people: Person[];
  now: string | number;
  offsetMs: number;
  locale: string;
  colorMode: ColorMode;
  jiraAdmin: boolean;
  apps: AppPage[];
  adminPages: AppPage[];
};

export type AppPage = { moduleKey: string; title: string };

export type AppModule = {
  key: string;
  type: string;
  title: string;
  hasEdit?: boolean;
  viewportSize?: string;
};

export type Badge = {
  moduleKey: string;
  title: string;
  label: string;
  status?: { type: string; value: { label?: string; type?: string } } | string | null;
};

export type FrameRequest = {
  moduleKey: string;
  entryPoint?: 'view' | 'edit';
  issueKey?: string;
  projectKey?: string;
  dashboardId?: string;
  gadgetId?: string;
  resource?: string;
  modal?: unknown;
};

export type FrameTicket = { frameId: string; url: string; context: Record<string, unknown> };

export type Invocation = {
  id: number | string;
  at: string | number;
  functionKey: string;
  moduleKey?: string;
  trigger: string;
  actor?: string | { kind: string; accountId?: string } | null;
  ms: number;
  memoryMb?: number;
  gbSeconds?: number;
  jiraCalls: { method: string; path: string; status: number; points: number; ms: number }[];
  sql: { statement: string; ms: number; rows?: number }[];
  kvs?: { reads: number; writes: number };
  logs: unknown[];
  error?: string | { message?: string } | null;
};

export type Switches = {
  indexLagMs: number;
  eventDelayMs: number;
  duplicateEvents: number;
  reorderEvents: number;
  loseEvents: number;
  rateLimitNext?: { count: number; reason?: string; retryAfterS?: number } | null;
};
