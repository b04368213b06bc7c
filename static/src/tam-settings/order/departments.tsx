import type { OrderSettingsView } from '../../../../src/contract/order-settings';
import { SelectField } from '../../ui/inputs';
import { useTexts } from '../../ui/viewer';
import { Switch } from './choices';
import { type SiteProps, toggled, withCalendar } from './edit-site';
import { Statuses } from './statuses';

type Props = SiteProps & { readonly view: OrderSettingsView };
type Department = OrderSettingsView['departments'][number];

/** What the order knows of each department. */
export function OrderDepartments({ site, change, view }: Props) {
  const { orderSettings: texts } = useTexts();
  if (view.departments.length === 0) return <p>{texts.noDepartments}</p>;
  const known = new Set(view.departments.map(({ projectKey }) => projectKey));
  const gone = [...new Set([...Object.keys(site.rules.statusMaps), ...Object.keys(site.calendars)])]
    .filter((key) => !known.has(key))
    .sort();
  return (
    <>
      {view.departments.map((department) => (
        <DepartmentCard
          key={department.projectId}
          department={department}
          site={site}
          change={change}
          view={view}
        />
      ))}
      {gone.map((key) => (
        <p key={key} className="subtle">
          {texts.departmentGone(key)}
        </p>
      ))}
    </>
  );
}

function DepartmentCard({ department, site, change, view }: Props & { department: Department }) {
  const { orderSettings: texts } = useTexts();
  const { projectKey, name } = department;
  return (
    <section className="stack stack-tight order-part" aria-label={name}>
      <h4>
        <bdi>{name}</bdi> <span className="subtle">{projectKey}</span>
      </h4>
      <CalendarField projectKey={projectKey} site={site} change={change} view={view} />
      <Switch
        label={texts.comments}
        hint={texts.commentsHint}
        checked={site.commentsIn.includes(projectKey)}
        onChange={() => change({ ...site, commentsIn: toggled(site.commentsIn, projectKey) })}
      />
      <Statuses projectKey={projectKey} site={site} change={change} />
    </section>
  );
}

function CalendarField({ projectKey, site, change, view }: Props & { projectKey: string }) {
  const { orderSettings: texts } = useTexts();
  const ref = site.calendars[projectKey];
  const at = view.calendars.findIndex(
    (it) => it.policyKey === ref?.policyKey && it.calendarKey === ref.calendarKey,
  );
  const isGone = ref !== undefined && at < 0;
  const value = isGone ? 'gone' : at < 0 ? '' : String(at);
  const pick = (next: string) => {
    if (next === 'gone') return;
    const calendar = next === '' ? undefined : view.calendars[Number(next)];
    const chosen =
      calendar === undefined
        ? null
        : { policyKey: calendar.policyKey, calendarKey: calendar.calendarKey };
    change(withCalendar(site, projectKey, chosen));
  };
  return (
    <SelectField
      label={texts.calendar}
      value={value}
      onChange={pick}
      whenEmpty={texts.everyHour}
      options={[
        ...view.calendars.map((it, index) => ({
          ...{ value: String(index), label: `${it.calendarName} · ${it.policyName}` },
        })),
        ...(isGone ? [{ value: 'gone', label: texts.calendarGone(ref.calendarKey) }] : []),
      ]}
    />
  );
}
