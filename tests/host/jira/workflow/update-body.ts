import * as v from 'valibot';

const texts = v.record(v.string(), v.string());
const layout = v.strictObject({ x: v.number(), y: v.number() });

const Rule = v.strictObject({
  id: v.exactOptional(v.nullable(v.string())),
  ruleKey: v.string(),
  parameters: v.exactOptional(texts, {}),
});

const Transition = v.strictObject({
  id: v.string(),
  name: v.string(),
  description: v.exactOptional(v.string(), ''),
  type: v.picklist(['INITIAL', 'GLOBAL', 'DIRECTED']),
  toStatusReference: v.string(),
  links: v.exactOptional(
    v.array(
      v.strictObject({
        fromStatusReference: v.string(),
        fromPort: v.exactOptional(v.nullable(v.number())),
        toPort: v.exactOptional(v.nullable(v.number())),
      }),
    ),
    [],
  ),
  validators: v.exactOptional(v.array(Rule), []),
  actions: v.exactOptional(v.array(Rule), []),
  triggers: v.exactOptional(v.array(Rule), []),
  properties: v.exactOptional(texts, {}),
});

const Workflow = v.strictObject({
  id: v.string(),
  version: v.strictObject({ id: v.string(), versionNumber: v.number() }),
  description: v.exactOptional(v.string()),
  startPointLayout: v.exactOptional(layout),
  statuses: v.array(
    v.strictObject({
      statusReference: v.string(),
      layout: v.exactOptional(layout),
      properties: texts,
    }),
  ),
  transitions: v.array(Transition),
});

/** WorkflowUpdateRequest of the REST API, without mappings of statuses, conditions and screens. */
export const UpdateBody = v.strictObject({
  statuses: v.exactOptional(
    v.array(
      v.strictObject({
        id: v.exactOptional(v.string()),
        name: v.string(),
        description: v.exactOptional(v.string()),
        statusCategory: v.picklist(['TODO', 'IN_PROGRESS', 'DONE']),
        statusReference: v.string(),
      }),
    ),
    [],
  ),
  workflows: v.array(Workflow),
});

export const ValidationBody = v.strictObject({
  payload: UpdateBody,
  validationOptions: v.exactOptional(
    v.strictObject({ levels: v.exactOptional(v.array(v.picklist(['WARNING', 'ERROR']))) }),
  ),
});

export type UpdateRequest = v.InferOutput<typeof UpdateBody>;
export type WorkflowUpdate = UpdateRequest['workflows'][number];
export type TransitionUpdate = WorkflowUpdate['transitions'][number];
export type RuleUpdate = TransitionUpdate['validators'][number];
