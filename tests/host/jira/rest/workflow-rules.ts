import * as v from 'valibot';
import { pageBody, pageOf, queryList } from '../call-values';
import { type Call, type Endpoint, NotModelled, refuse } from '../endpoint';
import { parseBody } from '../parse-body';
import type { Transition, Workflow, WorkflowRule } from '../state/workflow-types';
import { FORGE_VALIDATOR } from '../state/workflows';
import { markUpdated } from '../workflow/apply-update';

const path = '/rest/api/3/workflow/rule/config';

/**
 * What an app itself, without a user, can do with its rules: list them and configure them, not
 * delete.
 */
export const workflowRuleEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path,
    query: ['startAt', 'maxResults', 'types', 'keys', 'workflowNames', 'withTags', 'expand'],
    answer: listRules,
  },
  { method: 'PUT', path, body: ['workflows'], answer: configureRules },
];

interface OwnRule {
  rule: WorkflowRule;
  transition: Transition;
  key: string;
}

function demandApp({ actor }: Call): void {
  if (actor.kind !== 'app') throw refuse(403, 'Only Connect and Forge apps can use this resource.');
}

/** The one app of this Jira is the one whose rules are offered, or were before it was uninstalled. */
function ownRules({ site }: Call, workflow: Workflow): OwnRule[] {
  const prefix = [...site.state.forgeRules.keys()][0]?.replace(/[^/]+$/, '');
  return workflow.transitions.flatMap((transition) =>
    transition.validators
      .filter(({ ruleKey }) => ruleKey === FORGE_VALIDATOR)
      .filter(({ parameters }) => prefix !== undefined && parameters.key?.startsWith(prefix))
      .map((rule) => ({ rule, transition, key: rule.parameters.key?.split('/').at(-1) ?? '' })),
  );
}

function listRules(call: Call) {
  demandApp(call);
  const types = queryList(call, 'types');
  const known = ['postfunction', 'condition', 'validator'];
  if (types.length === 0 || types.some((type) => !known.includes(type))) {
    throw refuse(types.length === 0 ? 400 : 404, 'Name types: postfunction, condition, validator.');
  }
  const expand = call.query.get('expand');
  if (expand !== null && expand !== 'transition') throw new NotModelled(`expand "${expand}"`);
  const [keys, names, tags] = ['keys', 'workflowNames', 'withTags'].map((name) =>
    queryList(call, name),
  );
  const fits = (list: string[] = [], value = ''): boolean =>
    list.length === 0 || list.includes(value);
  const values = [...call.site.state.workflows.values()]
    .filter(({ name }) => fits(names, name))
    .map((workflow) => {
      const rules = types.includes('validator') ? ownRules(call, workflow) : [];
      return {
        workflowId: { name: workflow.name, draft: false },
        postFunctions: [],
        conditions: [],
        validators: rules
          .filter(({ key, rule }) => fits(keys, key) && fits(tags, rule.parameters.tag))
          .map((own) => ruleBody(own, expand !== null)),
      };
    })
    .filter(({ validators }) => validators.length > 0);
  return { status: 200, body: pageBody(values, pageOf(call, 10, 50)) };
}

function ruleBody({ rule, key, transition }: OwnRule, isExpanded: boolean) {
  const { config = '', disabled, tag = '' } = rule.parameters;
  return {
    id: rule.id,
    key,
    configuration: { value: config, disabled: disabled === 'true', ...(tag === '' ? {} : { tag }) },
    ...(isExpanded ? { transition: { id: Number(transition.id), name: transition.name } } : {}),
  };
}

const Changes = v.strictObject({
  workflows: v.array(
    v.strictObject({
      workflowId: v.strictObject({ name: v.string(), draft: v.exactOptional(v.literal(false)) }),
      postFunctions: v.exactOptional(v.array(v.never())),
      conditions: v.exactOptional(v.array(v.never())),
      validators: v.exactOptional(
        v.array(
          v.strictObject({
            id: v.string(),
            key: v.exactOptional(v.string()),
            configuration: v.strictObject({
              value: v.string(),
              disabled: v.exactOptional(v.boolean(), false),
              tag: v.exactOptional(v.string(), ''),
            }),
          }),
        ),
        [],
      ),
    }),
  ),
});

/** Rules that are not the app's own are named as missing; the others are changed all the same. */
function configureRules(call: Call) {
  demandApp(call);
  const { workflows } = parseBody(Changes, call.rawBody);
  const updateResults = workflows.map(({ workflowId, validators }) => {
    const { name } = workflowId;
    const workflow = [...call.site.state.workflows.values()].find((one) => one.name === name);
    const result = { workflowId: { name, draft: false }, ruleUpdateErrors: {} };
    if (!workflow) return { ...result, updateErrors: [`Workflow not found: ${name}`] };
    const own = ownRules(call, workflow).map(({ rule }) => rule);
    const missing = validators.filter(({ id }) => !own.some((rule) => rule.id === id));
    for (const { id, configuration } of validators) {
      const { value, disabled, tag } = configuration;
      const parameters = own.find((rule) => rule.id === id)?.parameters;
      if (parameters) Object.assign(parameters, { config: value, disabled: String(disabled), tag });
    }
    if (missing.length < validators.length) markUpdated(call.site, workflow);
    const ruleUpdateErrors = Object.fromEntries(
      missing.map(({ id }) => [id, [`The rule with this id does not exist: ${id}`]]),
    );
    return { ...result, ruleUpdateErrors, updateErrors: [] };
  });
  return { status: 200, body: { updateResults } };
}
