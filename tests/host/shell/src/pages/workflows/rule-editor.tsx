import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { AppFrame } from '../../bridge/app-frame';
import type { OnConfigure } from '../../bridge/open-frame';
import { showProblem } from '../../lib/flags';
import type { RuleType, WorkflowRule, WorkflowTransition } from '../../lib/workflow-types';
import { problemOfConfig } from './problem-of-config';

/** A rule's page that is open: of a rule that stands there, or of one that is being added. */
export type OpenRule = {
  entryPoint: 'view' | 'create' | 'edit';
  transition: WorkflowTransition;
  rule?: WorkflowRule;
  type: RuleType;
  moduleKey: string;
};

type RuleEditorProps = {
  workflowId: string;
  open: OpenRule;
  onCancel: () => void;
  onSave: (validators: (before: WorkflowRule[]) => WorkflowRule[]) => Promise<void>;
};

function withConfig(open: OpenRule, config: string) {
  const { rule, type } = open;
  if (!rule) {
    const added = { ruleKey: type.ruleKey, parameters: { key: type.id, config } };
    return (before: WorkflowRule[]) => [...before, added];
  }
  return (before: WorkflowRule[]) =>
    before.map((one) =>
      one.id === rule.id ? { ...one, parameters: { ...one.parameters, config } } : one,
    );
}

/** The app's page of a rule, with the buttons that Jira puts below it. */
export function RuleEditor({ workflowId, open, onCancel, onSave }: RuleEditorProps) {
  const { entryPoint, transition, rule, type, moduleKey } = open;
  const ask = useRef<OnConfigure>();
  const [isSaving, setIsSaving] = useState(false);

  const save = async () => {
    setIsSaving(true);
    try {
      const config = await ask.current?.();
      const problem = problemOfConfig(config);
      if (problem !== undefined) throw new Error(problem);
      await onSave(withConfig(open, config ?? ''));
    } catch (problem) {
      showProblem("The rule wasn't saved", problem);
    }
    setIsSaving(false);
  };
  return (
    <section className="rule-editor" aria-label={`${type.name} on ${transition.name}`}>
      <h2>
        {type.name} on {transition.name}
      </h2>
      <AppFrame
        moduleKey={moduleKey}
        entryPoint={entryPoint}
        workflowId={workflowId}
        transitionId={transition.id}
        {...(rule?.id ? { ruleId: rule.id } : {})}
        title={type.name}
        onConfigure={(next) => {
          ask.current = next;
        }}
        onClose={onCancel}
      />
      <div className="rule-item">
        {entryPoint !== 'view' && (
          <Button appearance="primary" isLoading={isSaving} onClick={() => void save()}>
            {entryPoint === 'create' ? 'Add' : 'Update'}
          </Button>
        )}
        <Button appearance="subtle" onClick={onCancel}>
          {entryPoint === 'view' ? 'Close' : 'Cancel'}
        </Button>
      </div>
    </section>
  );
}
