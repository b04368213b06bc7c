import type { Policy } from '../../core/sla/policy/policy';
import type { ClockRules, Condition } from '../../core/sla/policy/rules';
import type { Env } from '../env';

/** A question to Jira, the place in the policy that it stands for, and which of its answers count. */
type Asked = { readonly place: string; readonly jql: string; readonly counts: RegExp };

/**
 * What Jira has against the policy's JQL and its fields, with the place. Goals and conditions are
 * judged without Jira, but only it knows whether a field or a value exists at all: one that does not
 * would count as empty for ever. As the app: the policy is the company's, and the app asks Jira for
 * incidents by it. One read.
 */
export async function problemsOfJql(env: Env, policy: Policy): Promise<readonly string[]> {
  const clocks = Object.entries(policy.clocks) as [string, ClockRules][];
  const asked: Asked[] = [
    { place: 'select', jql: policy.select, counts: ANY },
    ...clocks.flatMap(([clock, rules]) => askedBy(`clocks.${clock}`, rules)),
    ...askedByDepartment(policy),
  ];
  const turns = clocks.flatMap(([clock, rules]) => turnsOf(clock, rules));
  const statuses = turns.flatMap(({ names }) => names.map(isStatus));
  const jqls = [...new Set([...asked.map(({ jql }) => jql), ...statuses])];
  const answers = await env.asApp.checkJqls(jqls);
  const problemsWith = (jql: string, counts: RegExp) =>
    (answers[jqls.indexOf(jql)] ?? []).filter((problem) => counts.test(problem));
  return [
    ...asked.flatMap(({ place, jql, counts }) =>
      problemsWith(jql, counts).map((problem) => `${place}: ${problem}`),
    ),
    ...turns
      .filter(({ names }) =>
        names.every((name) => problemsWith(isStatus(name), MISSING).length > 0),
      )
      .map(({ place, names, so }) => `${place}: no status ${names.join(', ')} exists, ${so}`),
  ];
}

/** Where a clock turns by statuses alone, all of which may be unknown to the site. */
type Turn = { readonly place: string; readonly names: readonly string[]; readonly so: string };

function turnsOf(clock: string, rules: ClockRules): Turn[] {
  const turn = (part: 'start' | 'stop', so: string): Turn[] => {
    const names = onlyStatuses(rules[part] ?? []);
    return names.length === 0 ? [] : [{ place: `clocks.${clock}.${part}`, names, so }];
  };
  // What answers the client stops these two in any case.
  const isAnswered = clock === 'response' || clock === 'nextResponse';
  return [
    ...turn('start', 'so it never starts'),
    ...(isAnswered ? [] : turn('stop', 'so nothing ever stops it')),
  ];
}

/** Every status that the conditions name; none where one of them can hold without. */
function onlyStatuses(conditions: readonly Condition[]): readonly string[] {
  const needsStatus = ({ status, statusCategory }: Condition) =>
    status !== undefined && statusCategory === undefined;
  return conditions.every(needsStatus) ? conditions.flatMap(({ status }) => status ?? []) : [];
}

const isStatus = (name: string): string => `status = ${JSON.stringify(name.trim())}`;

const ANY = /^/;
/** A field may have no search and still be told by histories. */
const MISSING = /does not exist/i;

function askedBy(where: string, rules: ClockRules): Asked[] {
  const goals = rules.goals.flatMap(({ when }, index) =>
    when?.jql === undefined
      ? []
      : [{ place: `${where}.goals[${index}].when.jql`, jql: when.jql, counts: ANY }],
  );
  const conditions = (['start', 'pause', 'stop', 'reset'] as const).flatMap((part) =>
    (rules[part] ?? []).flatMap(({ field }, index) =>
      field === undefined ? [] : [isThere(`${where}.${part}[${index}].field`, field.name)],
    ),
  );
  return [...goals, ...conditions];
}

function askedByDepartment({ clocks }: Policy): Asked[] {
  const department = clocks.ownership?.department;
  if (typeof department !== 'object') return [];
  return [isThere('clocks.ownership.department.field', department.field)];
}

/** JQL calls some fields by other names than changelogs and REST do. */
const JQL_NAMES: Readonly<Record<string, string>> = {
  components: 'component',
  fixversions: 'fixVersion',
  'fix version': 'fixVersion',
  versions: 'affectedVersion',
  version: 'affectedVersion',
  security: 'level',
};

function isThere(place: string, field: string): Asked {
  const lower = field.trim().toLowerCase();
  const number = /^customfield_(\d+)$/.exec(lower)?.[1];
  const name = JQL_NAMES[lower] ?? JSON.stringify(field.trim());
  const jql = `${number === undefined ? name : `cf[${number}]`} is not EMPTY`;
  return { place, jql, counts: MISSING };
}
