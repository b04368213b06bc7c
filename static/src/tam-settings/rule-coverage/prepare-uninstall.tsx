import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Answer } from '../../../../src/contract/answer';
import type { RuledWorkflow } from '../../../../src/contract/coverage';
import { ProblemNotice } from '../../ui/problem-notice';
import { useAction } from '../../ui/use-action';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { Section } from '../section';
import { RunReport } from './run-report';
import { useRuleRun } from './use-rule-run';
import '../../ui/notice.css';

/** Takes the rule off every workflow of the site, before the app is uninstalled. */
export function PrepareUninstall({ changed }: { changed: () => void }) {
  const { uninstall } = useTexts().coverage;
  const [found, setFound] = useState<readonly RuledWorkflow[] | null>(null);
  const look = useAction();
  return (
    <Section title={uninstall.title} text={uninstall.text}>
      {found === null ? (
        <Button isLoading={look.isBusy} onClick={() => look.run(findAll, setFound)}>
          {uninstall.look}
        </Button>
      ) : (
        <Removal found={found} changed={changed} close={() => setFound(null)} />
      )}
      <ProblemNotice problem={look.problem} />
    </Section>
  );
}

/** The whole site, page by page; each answer has to come within Forge's 25 s. */
async function findAll(): Promise<Answer<readonly RuledWorkflow[]>> {
  const found: RuledWorkflow[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const answer: Awaited<ReturnType<typeof resolver.ruledWorkflows>> =
      await resolver.ruledWorkflows({ from });
    if (!answer.ok) return answer;
    found.push(...answer.value.workflows);
    from = answer.value.next;
  }
  return { ok: true, value: found };
}

function Removal(props: {
  found: readonly RuledWorkflow[];
  changed: () => void;
  close: () => void;
}) {
  const { coverage, shared } = useTexts();
  const { uninstall } = coverage;
  const run = useRuleRun();
  const { found } = props;
  const hasFailed = run.lines.some(({ problem }) => problem !== null);
  const start = () =>
    run.start(
      found.map(({ id, name }) => ({
        name,
        call: () => resolver.detachRule({ workflowId: id, transitionIds: null }),
      })),
      props.changed,
    );
  const isClean = found.length === 0 || (run.state === 'over' && !hasFailed);
  return (
    <>
      {run.state === 'ready' && found.length > 0 && (
        <>
          <p>{uninstall.found(found.length)}</p>
          <ul>
            {found.map(({ id, name, rules }) => (
              <li key={id}>
                <bdi>{name}</bdi>: {uninstall.rules(rules)}
              </li>
            ))}
          </ul>
          <p className="notice notice-warning">{uninstall.warning}</p>
        </>
      )}
      <RunReport run={run} done={coverage.detach.done} />
      {isClean && (
        <p className="notice notice-info" role="status">
          {uninstall.clean}
        </p>
      )}
      <div className="row">
        {run.state === 'ready' && found.length > 0 && (
          <Button appearance="danger" onClick={start}>
            {uninstall.confirm(found.length)}
          </Button>
        )}
        {run.state !== 'running' && (
          <Button appearance="subtle" autoFocus onClick={props.close}>
            {isClean || hasFailed ? coverage.close : shared.cancel}
          </Button>
        )}
      </div>
    </>
  );
}
