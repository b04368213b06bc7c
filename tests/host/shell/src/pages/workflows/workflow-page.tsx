import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { LoadState } from '../../kit/load-state';
import { PageHead } from '../../kit/page-head';
import { showProblem } from '../../lib/flags';
import type { AppModule } from '../../lib/host-types';
import { http } from '../../lib/http';
import { useLoad } from '../../lib/use-load';
import type { RuleType, WorkflowRead, WorkflowRule } from '../../lib/workflow-types';
import { changeRules, readRuleTypes, readWorkflow } from '../../lib/workflows';
import { NotFoundPage } from '../not-found-page';
import { type OpenRule, RuleEditor } from './rule-editor';
import { TransitionRow } from './transition-row';

type Data = { read: WorkflowRead; types: RuleType[]; modules: AppModule[] };

async function readData(workflowId: string): Promise<Data> {
  const [read, types, modules] = await Promise.all([
    readWorkflow(workflowId),
    readRuleTypes(workflowId),
    http.get<AppModule[]>('/host/modules?at=workflow'),
  ]);
  return { read, types, modules };
}

const CRUMBS = [
  { href: '/admin', text: 'Jira settings' },
  { href: '/admin/workflows', text: 'Workflows' },
];

/** A workflow's transitions with the rules that stand on them. Changes are live at once. */
export function WorkflowPage({ workflowId }: { workflowId: string }) {
  const loaded = useLoad(`workflow ${workflowId}`, () => readData(workflowId));
  const [open, setOpen] = useState<OpenRule>();

  const change = async (
    transitionId: string,
    validators: (before: WorkflowRule[]) => WorkflowRule[],
  ) => {
    try {
      await changeRules(workflowId, { transitionId, validators });
      setOpen(undefined);
    } catch (problem) {
      showProblem("The workflow wasn't changed", problem);
    }
    await loaded.reload();
  };
  return (
    <LoadState of={loaded} what="the workflow">
      {({ read, types, modules }) => {
        const workflow = read.workflows[0];
        if (!workflow) return <NotFoundPage />;
        return (
          <>
            <PageHead title={workflow.name} crumbs={CRUMBS} />
            {!workflow.isEditable && (
              <SectionMessage title="This workflow can't be edited">
                <p>Jira's own workflow can be copied, not changed.</p>
              </SectionMessage>
            )}
            <table className="table" aria-label="Transitions">
              <thead>
                <tr>
                  {['Transition', 'From', 'To', 'Rules'].map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {workflow.transitions.map((transition) => (
                  <TransitionRow
                    key={transition.id}
                    transition={transition}
                    statuses={read.statuses}
                    types={types}
                    modules={modules}
                    canEdit={workflow.isEditable}
                    onOpen={setOpen}
                    onChange={(validators) => void change(transition.id, validators)}
                  />
                ))}
              </tbody>
            </table>
            {open && (
              <RuleEditor
                key={`${open.transition.id} ${open.rule?.id} ${open.entryPoint}`}
                workflowId={workflowId}
                open={open}
                onCancel={() => setOpen(undefined)}
                onSave={(validators) => change(open.transition.id, validators)}
              />
            )}
          </>
        );
      }}
    </LoadState>
  );
}
