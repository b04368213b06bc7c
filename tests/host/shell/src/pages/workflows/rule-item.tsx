import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { AppModule } from '../../lib/host-types';
import type { WorkflowRule } from '../../lib/workflow-types';

type RuleItemProps = {
  rule: WorkflowRule;
  name: string;
  isGone: boolean;
  /** The app's module behind the rule, where it has pages of its own. */
  module: AppModule | undefined;
  canEdit: boolean;
  onOpen: (entryPoint: 'view' | 'edit', moduleKey: string) => void;
  onRemove: () => void;
};

export function RuleItem({ rule, name, isGone, module, canEdit, onOpen, onRemove }: RuleItemProps) {
  const open = (entryPoint: 'view' | 'edit', text: string) =>
    module?.pages.includes(entryPoint) && (
      <Button spacing="compact" onClick={() => onOpen(entryPoint, module.key)}>
        {text}
      </Button>
    );
  return (
    <li className="rule-item">
      <span>{name}</span>
      {rule.parameters.disabled === 'true' && <Lozenge>disabled</Lozenge>}
      {isGone && <Lozenge appearance="removed">app not found</Lozenge>}
      {open('view', 'View')}
      {canEdit && open('edit', 'Edit')}
      {canEdit && (
        <Button spacing="compact" appearance="subtle" onClick={onRemove}>
          Remove
        </Button>
      )}
    </li>
  );
}
