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
  pages: ('view' | 'create' | 'edit')[];
  viewportSize?: string;
};

export type Badge = {
  moduleKey: string;
  title: string;
  label: string;
  status?: { type: string; value: { label?: string; type?: string } } | string | null;
};

export type FrameTicket = { frameId: string; url: string; context: Record<string, unknown> };

export type Switches = {
  indexLagMs: number;
  eventDelayMs: number;
  duplicateEvents: number;
  reorderEvents: number;
  loseEvents: number;
  rateLimitNext?: { count: number; reason?: string; retryAfterS?: number } | null;
};
