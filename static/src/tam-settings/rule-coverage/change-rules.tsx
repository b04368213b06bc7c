import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import type { Answer } from '../../../../src/contract/answer';
import type { RulePlan, RuleResult } from '../../../../src/contract/coverage';
import { inBatches } from '../../../../src/core/in-batches';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { useAction } from '../../ui/use-action';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import type { RuleTask } from './rule-tasks';
import { RunReport } from './run-report';
import { SharedBy } from './shared-by';
import { type RunItem, useRuleRun } from './use-rule-run';

export type Change = { readonly kind: 'attach' | 'detach'; readonly tasks: readonly RuleTask[] };

/** As many as the resolver takes at once. */
const PLANS_A_CALL = 25;

/** The second step of every change: names whom it concerns, then does it workflow by workflow. */
export function ChangeRules(props: { change: Change; close: () => void; changed: () => void }) {
  const { coverage, shared } = useTexts();
  const { kind, tasks } = props.change;
  const plans = usePlans(tasks);
  const run = useRuleRun();
  useReturnFocus();
  const words = coverage[kind];
  const start = () => run.start(itemsOf(props.change, plans.value ?? []), props.changed);
  return (
    <section className="notice notice-info" aria-label={words.title}>
      <p className="notice-title">{words.title}</p>
      {run.state === 'ready' && (
        <>
          <p>{words.text}</p>
          {plans.isBusy && <Skeleton label={shared.loading} />}
          <ul>
            {tasks.map((task) => (
              <SharedBy
                key={task.workflowId}
                task={task}
                plan={plans.value?.find(({ workflowId }) => workflowId === task.workflowId)}
              />
            ))}
          </ul>
          <ProblemNotice problem={plans.problem} />
        </>
      )}
      <RunReport run={run} done={words.done} />
      <div className="row">
        {run.state === 'ready' && (
          <Button
            appearance={kind === 'attach' ? 'primary' : 'danger'}
            isDisabled={plans.value === null}
            onClick={start}
          >
            {words.confirm(tasks.length)}
          </Button>
        )}
        {run.state !== 'running' && (
          <Button appearance="subtle" autoFocus onClick={props.close}>
            {run.state === 'ready' ? shared.cancel : coverage.close}
          </Button>
        )}
      </div>
    </section>
  );
}

function usePlans(tasks: readonly RuleTask[]) {
  const [value, setValue] = useState<readonly RulePlan[] | null>(null);
  const { run, isBusy, problem } = useAction();
  useEffect(() => {
    const ids = tasks.map(({ workflowId }) => workflowId);
    run(() => planAll(ids), setValue);
  }, [tasks, run]);
  return { value, isBusy, problem };
}

async function planAll(ids: readonly string[]): Promise<Answer<readonly RulePlan[]>> {
  const plans: RulePlan[] = [];
  for (const workflowIds of inBatches(ids, PLANS_A_CALL)) {
    const answer = await resolver.planRules({ workflowIds });
    if (!answer.ok) return answer;
    plans.push(...answer.value);
  }
  return { ok: true, value: plans };
}

function itemsOf({ kind, tasks }: Change, plans: readonly RulePlan[]): readonly RunItem[] {
  return tasks.map((task) => {
    const { workflowId, workflowName: name, transitions } = task;
    const plan = plans.find((one) => one.workflowId === workflowId);
    const attach = (): Promise<Answer<RuleResult>> =>
      resolver.attachRule({
        workflowId,
        transitions: transitions.map(({ id, gates }) => ({ id, gates: [...gates] })),
        confirmation: plan?.confirmation ?? '',
      });
    const detach = (): Promise<Answer<RuleResult>> =>
      resolver.detachRule({ workflowId, transitionIds: transitions.map(({ id }) => id) });
    return { name, call: kind === 'attach' ? attach : detach };
  });
}
