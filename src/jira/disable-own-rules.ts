import * as v from 'valibot';
import type { OwnRulesDisabled } from '../usecases/ports/workflow-port';
import { type Jira, route } from './http';
import { inChunks } from './in-chunks';

const ENDPOINT = '/rest/api/3/workflow/rule/config';
/** Jira docs, "Get workflow transition rule configurations": ten unless more are asked for. */
const PER_PAGE = 50;

const Rule = v.object({
  id: v.string(),
  key: v.string(),
  configuration: v.object({
    value: v.nullish(v.string(), ''),
    disabled: v.nullish(v.boolean(), false),
    tag: v.nullish(v.string()),
  }),
});

const Page = v.object({
  values: v.array(
    v.object({
      workflowId: v.object({ name: v.string() }),
      validators: v.nullish(v.array(Rule), []),
    }),
  ),
  isLast: v.nullish(v.boolean(), true),
});

const Updated = v.object({
  updateResults: v.array(
    v.object({
      workflowId: v.object({ name: v.string() }),
      ruleUpdateErrors: v.nullish(v.record(v.string(), v.unknown()), {}),
      updateErrors: v.nullish(v.array(v.unknown()), []),
    }),
  ),
});

type Ruled = v.InferOutput<typeof Page>['values'][number];

/**
 * Switches off every rule of the app on the site; what was chosen for each stays. For the app
 * alone: no other caller has these endpoints, and no app can delete rules by them, only configure.
 * One read and one write per fifty workflows.
 */
export async function disableOwnRules(jira: Jira, moduleKey: string): Promise<OwnRulesDisabled> {
  const ruled = await listRuled(jira, moduleKey);
  const active = ruled
    .map(({ workflowId, validators }) => ({
      workflowId,
      validators: validators.filter(({ configuration }) => !configuration.disabled),
    }))
    .filter(({ validators }) => validators.length > 0);
  const results = await inChunks(active, PER_PAGE, (workflows) => disable(jira, workflows));
  const failed = results
    .flatMap(({ updateResults }) => updateResults)
    .filter(
      ({ ruleUpdateErrors, updateErrors }) =>
        updateErrors.length > 0 || Object.keys(ruleUpdateErrors).length > 0,
    )
    .map(({ workflowId }) => workflowId.name);
  const disabled = active
    .filter(({ workflowId }) => !failed.includes(workflowId.name))
    .reduce((sum, { validators }) => sum + validators.length, 0);
  return { disabled, failed };
}

async function listRuled(jira: Jira, moduleKey: string): Promise<readonly Ruled[]> {
  const ruled: Ruled[] = [];
  for (;;) {
    const { values, isLast } = await jira({
      method: 'GET',
      url: route`/rest/api/3/workflow/rule/config?types=validator&keys=${moduleKey}&startAt=${ruled.length}&maxResults=${PER_PAGE}`,
      endpoint: ENDPOINT,
      answer: Page,
      send: 'again',
    });
    ruled.push(...values);
    if (isLast || values.length === 0) return ruled;
  }
}

function disable(jira: Jira, workflows: readonly Ruled[]) {
  return jira({
    method: 'PUT',
    url: route`/rest/api/3/workflow/rule/config`,
    endpoint: ENDPOINT,
    body: {
      workflows: workflows.map(({ workflowId, validators }) => ({
        workflowId: { name: workflowId.name },
        validators: validators.map(({ id, key, configuration: { value, tag } }) => ({
          ...{ id, key },
          configuration: { value, disabled: true, ...(tag ? { tag } : {}) },
        })),
      })),
    },
    answer: Updated,
    send: 'again',
  });
}
