import { useState } from 'react';
import type { OrderStatusRow } from '../../../../src/contract/order-settings';
import { Answered } from '../../ui/answered';
import { SelectField } from '../../ui/inputs';
import { useAnswer } from '../../ui/use-answer';
import { useTexts } from '../../ui/viewer';
import { resolver } from '../resolver';
import { type SiteProps, withStatus } from './edit-site';

type Props = SiteProps & { readonly projectKey: string };

/** What a department's statuses count as; asked of Jira when somebody looks. */
export function Statuses(props: Props) {
  const { orderSettings: texts } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const changed = Object.keys(props.site.rules.statusMaps[props.projectKey] ?? {}).length;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.statuses(changed)}</summary>
      {isOpen && <StatusList {...props} />}
    </details>
  );
}

function StatusList({ projectKey, ...rest }: Props) {
  const asked = useAnswer(() => resolver.listOrderStatuses({ projectKey }));
  return (
    <div className="form-row">
      <Answered asked={asked}>
        {(statuses) =>
          statuses.map((status) => (
            <StatusField key={status.id} status={status} projectKey={projectKey} {...rest} />
          ))
        }
      </Answered>
    </div>
  );
}

const CATEGORIES = ['todo', 'inProgress', 'done'] as const;

function StatusField({ status, projectKey, site, change }: Props & { status: OrderStatusRow }) {
  const { orderSettings: texts } = useTexts();
  const pick = (next: string) => {
    const category = CATEGORIES.find((it) => it === next) ?? null;
    change(withStatus(site, projectKey, status.id, category));
  };
  return (
    <SelectField
      label={texts.statusOf(status.name)}
      value={site.rules.statusMaps[projectKey]?.[status.id] ?? ''}
      onChange={pick}
      whenEmpty={texts.asInJira(texts.categories[status.category])}
      options={CATEGORIES.map((value) => ({ value, label: texts.categories[value] }))}
    />
  );
}
