import { DEFAULT_RULES, type OrderRules } from './order-policy';

/** A calendar of an SLA policy, in which a department's lags are counted. */
export type CalendarRef = { readonly policyKey: string; readonly calendarKey: string };

/** What one department tells the next when its work is done: "VLAN", "addresses". */
export type HandOverField = {
  readonly key: string;
  readonly label: string;
  readonly isRequired: boolean;
};

/** The hand-over between two departments, by project key; null stands for any. */
export type HandOverForm = {
  readonly fromProjectKey: string | null;
  readonly toProjectKey: string | null;
  readonly fields: readonly HandOverField[];
  /** The finish gate refuses Done until the required fields are filled in. */
  readonly gatesFinish: boolean;
};

/** Everything that administrators decide about the order of this site. JSON-safe. */
export type OrderSite = {
  /** Grows by one with each change; two administrators who save at once are told. */
  readonly version: number;
  readonly rules: OrderRules;
  /** By project key; a department without one counts every hour. */
  readonly calendars: { readonly [projectKey: string]: CalendarRef };
  /** Project keys of departments that want "you may start" as a comment too. */
  readonly commentsIn: readonly string[];
  /** The first that matches counts. */
  readonly handOvers: readonly HandOverForm[];
  /**
   * Project keys of the departments. Between others no form applies: that some Jira project is there
   * at all is something that not everybody may know. Absent: nobody has looked which they are.
   */
  readonly departmentKeys?: readonly string[];
};

export const DEFAULT_SITE: OrderSite = {
  version: 0,
  rules: DEFAULT_RULES,
  calendars: {},
  commentsIn: [],
  handOvers: [],
};

/**
 * The form between two departments; null: nothing is asked, as never within one.
 *
 * A form from Unix to whomever: for UNIX to BCK that one, for UNIX to UNIX null.
 */
export function handOverFormOf(
  { handOvers, departmentKeys }: Pick<OrderSite, 'handOvers' | 'departmentKeys'>,
  fromProjectKey: string,
  toProjectKey: string,
): HandOverForm | null {
  if (fromProjectKey === toProjectKey) return null;
  const isDepartment = (key: string) => departmentKeys?.includes(key) ?? true;
  if (!isDepartment(fromProjectKey) || !isDepartment(toProjectKey)) return null;
  const found = handOvers.find(
    (form) =>
      (form.fromProjectKey ?? fromProjectKey) === fromProjectKey &&
      (form.toProjectKey ?? toProjectKey) === toProjectKey,
  );
  return found ?? null;
}
