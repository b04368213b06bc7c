import * as v from 'valibot';

/**
 * The part of manifest.yml that the host acts on, strict on purpose: a module type, a property
 * or a value that it does not model stops the start and is named, instead of being skipped.
 */
const text = v.union([v.string(), v.strictObject({ i18n: v.string() })]);
const functionOf = v.strictObject({ function: v.string() });
const resourceOf = v.strictObject({ resource: v.string() });
const page = {
  key: v.string(),
  title: text,
  resource: v.string(),
  resolver: v.optional(functionOf),
};

const filter = v.strictObject({
  ignoreSelf: v.optional(v.boolean(), false),
  expression: v.optional(v.string()),
  onError: v.optional(
    v.picklist(['IGNORE', 'IGNORE_AND_LOG', 'RECEIVE', 'RECEIVE_AND_LOG']),
    'IGNORE_AND_LOG',
  ),
});

const modules = v.strictObject({
  function: v.array(
    v.strictObject({
      key: v.pipe(v.string(), v.maxLength(23)),
      handler: v.string(),
      timeoutSeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(900))),
      runtime: v.optional(v.strictObject({ memoryMB: v.number() })),
    }),
  ),
  'jira:issuePanel': v.optional(
    v.array(
      v.strictObject({
        ...page,
        icon: v.string(),
        viewportSize: v.optional(v.string()),
        allowMultiple: v.optional(v.boolean()),
      }),
    ),
    [],
  ),
  'jira:issueContext': v.optional(
    v.array(
      v.strictObject({
        ...page,
        label: text,
        icon: v.optional(v.string()),
        status: v.optional(v.record(v.string(), v.unknown())),
        dynamicProperties: v.optional(functionOf),
      }),
    ),
    [],
  ),
  'jira:globalPage': v.optional(
    v.array(
      v.strictObject({ ...page, icon: v.optional(v.string()), layout: v.optional(v.string()) }),
    ),
    [],
  ),
  'jira:projectPage': v.optional(
    v.array(
      v.strictObject({ ...page, icon: v.optional(v.string()), layout: v.optional(v.string()) }),
    ),
    [],
  ),
  'jira:adminPage': v.optional(
    v.array(
      v.strictObject({
        ...page,
        icon: v.optional(v.string()),
        layout: v.optional(v.string()),
        useAsConfig: v.optional(v.boolean()),
      }),
    ),
    [],
  ),
  'jira:dashboardGadget': v.optional(
    v.array(
      v.strictObject({
        ...page,
        description: text,
        thumbnail: v.string(),
        edit: v.optional(v.strictObject({ resource: v.string() })),
        refreshable: v.optional(v.boolean()),
      }),
    ),
    [],
  ),
  'jira:workflowValidator': v.optional(
    v.array(
      v.strictObject({
        key: v.string(),
        name: text,
        description: text,
        function: v.string(),
        resolver: v.optional(functionOf),
        view: v.optional(resourceOf),
        create: v.optional(resourceOf),
        edit: v.optional(resourceOf),
        projectTypes: v.optional(v.array(v.picklist(['company-managed', 'team-managed']))),
      }),
    ),
    [],
  ),
  'jira:entityProperty': v.optional(
    v.array(
      v.strictObject({
        key: v.string(),
        entityType: v.optional(v.picklist(['issue', 'project', 'user']), 'issue'),
        propertyKey: v.string(),
        values: v.array(
          v.strictObject({
            path: v.string(),
            type: v.picklist(['number', 'string', 'text', 'user', 'date']),
            searchAlias: v.optional(v.string()),
          }),
        ),
      }),
    ),
    [],
  ),
  'jira:globalPermission': v.optional(
    v.array(
      v.strictObject({
        key: v.string(),
        name: text,
        description: text,
        anonymousAllowed: v.optional(v.boolean()),
        defaultGrants: v.optional(v.array(v.picklist(['none', 'all', 'jira-administrators'])), []),
      }),
    ),
    [],
  ),
  trigger: v.optional(
    v.array(
      v.strictObject({
        key: v.string(),
        function: v.string(),
        events: v.array(
          v.union([
            v.string(),
            v.strictObject({ eventType: v.string(), filter: v.optional(filter) }),
          ]),
        ),
        filter: v.optional(filter),
      }),
    ),
    [],
  ),
  scheduledTrigger: v.optional(
    v.array(
      v.strictObject({
        key: v.string(),
        function: v.string(),
        interval: v.picklist(['fiveMinute', 'hour', 'day', 'week']),
      }),
    ),
    [],
  ),
  consumer: v.optional(
    v.array(
      v.strictObject({
        key: v.string(),
        queue: v.pipe(v.string(), v.maxLength(36)),
        function: v.string(),
      }),
    ),
    [],
  ),
  preUninstall: v.optional(v.array(v.strictObject({ key: v.string(), function: v.string() })), []),
  sql: v.optional(v.array(v.strictObject({ key: v.string(), engine: v.literal('mysql') })), []),
});

const scopes = v.union([v.array(v.string()), v.record(v.string(), v.unknown())]);

export const manifestSchema = v.strictObject({
  app: v.strictObject({
    id: v.string(),
    name: v.optional(v.string()),
    runtime: v.strictObject({
      name: v.string(),
      memoryMB: v.optional(v.pipe(v.number(), v.minValue(128), v.maxValue(1024)), 512),
      architecture: v.optional(v.string()),
    }),
    licensing: v.optional(v.strictObject({ enabled: v.literal(false) })),
    storage: v.optional(
      v.strictObject({
        classifications: v.optional(v.array(v.string())),
        entities: v.optional(v.array(v.record(v.string(), v.unknown())), []),
      }),
    ),
    package: v.optional(v.strictObject({ bundler: v.literal('webpack') })),
  }),
  modules,
  resources: v.optional(
    v.array(
      v.strictObject({
        key: v.string(),
        path: v.string(),
        entry: v.optional(v.record(v.string(), v.string()), {}),
      }),
    ),
    [],
  ),
  permissions: v.optional(
    v.strictObject({
      scopes: v.optional(scopes, []),
      external: v.optional(
        v.strictObject({ fetch: v.strictObject({ backend: v.array(v.string()) }) }),
      ),
    }),
    {},
  ),
  environment: v.optional(
    v.strictObject({
      variables: v.array(
        v.union([v.string(), v.strictObject({ key: v.string(), default: v.optional(v.string()) })]),
      ),
    }),
  ),
  translations: v.optional(
    v.strictObject({
      resources: v.array(v.strictObject({ key: v.string(), path: v.string() })),
      fallback: v.looseObject({ default: v.string() }),
    }),
  ),
});

export type ManifestFile = v.InferOutput<typeof manifestSchema>;
