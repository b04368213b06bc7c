import { Menu, MenuItem } from '../../kit/menu';
import type { AppModule } from '../../lib/host-types';
import type {
  RuleType,
  WorkflowRule,
  WorkflowStatus,
  WorkflowTransition,
} from '../../lib/workflow-types';
import type { OpenRule } from './rule-editor';
import { RuleItem } from './rule-item';

type RowProps = {
  transition: WorkflowTransition;
  statuses: WorkflowStatus[];
  types: RuleType[];
  modules: AppModule[];
  canEdit: boolean;
  onOpen: (rule: OpenRule) => void;
  onChange: (validators: (before: WorkflowRule[]) => WorkflowRule[]) => void;
};

/** The key of the app's module: the last part of the rule's ARI. */
const moduleOf = (modules: AppModule[], ari = ''): AppModule | undefined =>
  modules.find(({ key }) => key === ari.split('/').at(-1));

export function TransitionRow(props: RowProps) {
  const { transition, statuses, types, modules, canEdit, onOpen, onChange } = props;
  const nameOf = (reference: string): string =>
    statuses.find(({ statusReference }) => statusReference === reference)?.name ?? reference;
  const from = transition.links.map((link) => nameOf(link.fromStatusReference)).join(', ');

  const add = (type: RuleType) => {
    const module = moduleOf(modules, type.id);
    const rule = { ruleKey: type.ruleKey, parameters: { key: type.id } };
    // A rule without a page has nothing to configure: it is added at once.
    if (!module?.pages.includes('create')) return onChange((before) => [...before, rule]);
    return onOpen({ entryPoint: 'create', transition, type, moduleKey: module.key });
  };
  return (
    <tr>
      <td>{transition.name}</td>
      <td>{transition.type === 'DIRECTED' ? from : transition.type.toLowerCase()}</td>
      <td>{nameOf(transition.toStatusReference)}</td>
      <td className="cell-wide">
        <ul className="plain-list" aria-label={`Rules of ${transition.name} (${transition.id})`}>
          {transition.validators.map((rule) => {
            const type = types.find(({ id }) => id === rule.parameters.key);
            return (
              <RuleItem
                key={rule.id}
                rule={rule}
                name={type?.name ?? rule.ruleKey}
                isGone={rule.ruleKey.startsWith('forge:') && type === undefined}
                module={moduleOf(modules, rule.parameters.key)}
                canEdit={canEdit}
                onOpen={(entryPoint, moduleKey) =>
                  type && onOpen({ entryPoint, transition, rule, type, moduleKey })
                }
                onRemove={() => onChange((before) => before.filter(({ id }) => id !== rule.id))}
              />
            );
          })}
        </ul>
        {canEdit && transition.type !== 'INITIAL' && types.length > 0 && (
          <Menu
            label={`Add rule to ${transition.name} (${transition.id})`}
            trigger="Add rule"
            triggerClass="text-button"
          >
            {(close) =>
              types.map((type) => (
                <MenuItem
                  key={type.id}
                  onSelect={() => {
                    close();
                    add(type);
                  }}
                >
                  {type.name}
                </MenuItem>
              ))
            }
          </Menu>
        )}
      </td>
    </tr>
  );
}
