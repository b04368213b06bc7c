/** A text of the manifest: plain, or a key of the translations. */
export type ManifestText = string | { i18n: string };

export type FunctionModule = {
  key: string;
  /** `handlers/resolvers/tam-panel.handler`: a module under src and its export. */
  handler: string;
  timeoutSeconds?: number;
  memoryMb: number;
};

/** A module that shows a page: panel, badge, global page, gadget... */
export type SurfaceModule = {
  type: string;
  key: string;
  title: ManifestText;
  label?: ManifestText;
  resource: string;
  editResource?: string;
  /** Where a workflow rule is configured for the first time. */
  createResource?: string;
  resolver?: string;
  dynamicProperties?: string;
  viewportSize?: string;
  status?: Record<string, unknown>;
};

export type TriggerModule = {
  key: string;
  function: string;
  events: { eventType: string; filter: EventFilter }[];
};

export type OnFilterError = 'IGNORE' | 'IGNORE_AND_LOG' | 'RECEIVE' | 'RECEIVE_AND_LOG';

export type EventFilter = {
  ignoreSelf: boolean;
  expression?: string;
  onError: OnFilterError;
};

export type ScheduleInterval = 'fiveMinute' | 'hour' | 'day' | 'week';

export type ScheduleModule = { key: string; function: string; interval: ScheduleInterval };

export type ConsumerModule = { key: string; queue: string; function: string };

/** Which kinds of projects' workflows may carry a rule. */
export type ProjectKind = 'company-managed' | 'team-managed';

export type ValidatorModule = {
  key: string;
  name: ManifestText;
  description: ManifestText;
  function: string;
  projectTypes: ProjectKind[];
};

/** Runs when the app is uninstalled, without a user. */
export type UninstallModule = { key: string; function: string };

export type ResourceModule = { key: string; path: string; entries: Record<string, string> };

export type Translations = { resources: { key: string; path: string }[]; fallback: string };

export type PropertyType = 'number' | 'string' | 'text' | 'user' | 'date';

/** `jira:entityProperty`: which paths of an issue property JQL can read, and by which name. */
export type EntityPropertyModule = {
  key: string;
  entityType: string;
  propertyKey: string;
  values: { path: string; type: PropertyType; searchAlias?: string }[];
};

export type GlobalPermissionModule = {
  key: string;
  name: ManifestText;
  description: ManifestText;
  defaultGrants: ('none' | 'all' | 'jira-administrators')[];
};

/** What the host uses of manifest.yml. Unknown module types stop the start: nothing is skipped. */
export type AppManifest = {
  /** The uuid inside ari:cloud:ecosystem::app/<uuid>. */
  appId: string;
  functions: FunctionModule[];
  surfaces: SurfaceModule[];
  triggers: TriggerModule[];
  schedules: ScheduleModule[];
  consumers: ConsumerModule[];
  validators: ValidatorModule[];
  uninstallers: UninstallModule[];
  resources: ResourceModule[];
  entityProperties: EntityPropertyModule[];
  globalPermissions: GlobalPermissionModule[];
  storageEntities: StorageEntity[];
  scopes: string[];
  egress: string[];
  hasSql: boolean;
  translations?: Translations;
};

export type StorageEntity = {
  name: string;
  indexes: { name: string; partition: string[]; range: string[] }[];
};
