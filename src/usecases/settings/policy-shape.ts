import * as v from 'valibot';
import type { Policy } from '../../core/sla/policy/policy';

const names = v.array(v.pipe(v.string(), v.nonEmpty()));
const hours = v.array(v.string());

const holidays = v.array(v.strictObject({ date: v.string(), name: v.exactOptional(v.string()) }));
const window = v.strictObject({
  from: v.string(),
  to: v.string(),
  name: v.exactOptional(v.string()),
});

const calendar = v.strictObject({
  key: v.pipe(v.string(), v.nonEmpty()),
  name: v.string(),
  timeZone: v.string(),
  week: v.strictObject({
    mon: v.exactOptional(hours),
    tue: v.exactOptional(hours),
    wed: v.exactOptional(hours),
    thu: v.exactOptional(hours),
    fri: v.exactOptional(hours),
    sat: v.exactOptional(hours),
    sun: v.exactOptional(hours),
  }),
  holidays: v.exactOptional(holidays),
  holidaySets: v.exactOptional(names),
  closures: v.exactOptional(v.array(window)),
  dateHours: v.exactOptional(v.record(v.string(), hours)),
  breaks: v.exactOptional(v.record(v.string(), hours)),
});

const when = v.strictObject({
  priority: v.exactOptional(names),
  issueType: v.exactOptional(names),
  department: v.exactOptional(names),
  jql: v.exactOptional(v.string()),
});

const goal = v.strictObject({
  when: v.exactOptional(when),
  target: v.string(),
  calendar: v.string(),
  dayEnd: v.exactOptional(v.picklist(['sameTime', 'closing', 'endOfDay'])),
});

const values = v.union([v.picklist(['set', 'none']), names]);

const conditionParts = {
  status: v.exactOptional(names),
  statusCategory: v.exactOptional(v.picklist(['new', 'indeterminate', 'done'])),
  assignee: v.exactOptional(values),
  resolution: v.exactOptional(values),
  comment: v.exactOptional(v.picklist(['staff', 'client'])),
  field: v.exactOptional(v.strictObject({ name: v.string(), is: values })),
};

const conditions = v.exactOptional(v.array(v.strictObject(conditionParts)));
const pauseRule = v.strictObject({
  ...conditionParts,
  reason: v.picklist(['client', 'vendor', 'internal']),
});

const clockRules = {
  goals: v.array(goal),
  pause: v.exactOptional(v.array(pauseRule)),
  stop: conditions,
  reset: conditions,
  priorityChange: v.exactOptional(v.picklist(['carry', 'fromChange', 'recompute', 'reset'])),
};
const reopened = {
  start: conditions,
  reopen: v.exactOptional(v.picklist(['newCycle', 'pause'])),
};

const response = v.strictObject({
  ...clockRules,
  ...reopened,
  by: v.exactOptional(
    v.array(v.picklist(['publicComment', 'inProgress', 'assigned', 'statusChange'])),
  ),
  requester: v.exactOptional(v.picklist(['clients', 'everybody'])),
});

const resolution = v.strictObject({
  ...clockRules,
  ...reopened,
  excludedResolutions: v.exactOptional(names),
  reopenGrace: v.exactOptional(v.string()),
  cycles: v.exactOptional(v.picklist(['cumulative', 'separate', 'first', 'last'])),
});

const nextResponse = v.strictObject({
  ...clockRules,
  from: v.exactOptional(v.picklist(['oldestUnanswered', 'anyContact', 'ourAnswer'])),
});

const ownership = v.strictObject({
  ...clockRules,
  department: v.exactOptional(
    v.union([v.literal('project'), v.strictObject({ field: v.pipe(v.string(), v.nonEmpty()) })]),
  ),
});

const notify = v.array(v.picklist(['assignee', 'lead', 'tam']));
const warningRule = v.union([
  v.strictObject({ at: v.string(), notify }),
  v.strictObject({ before: v.string(), notify }),
  v.strictObject({ after: v.string(), notify }),
]);

/**
 * The shape of a policy file. What the values mean together (calendars that exist, goals that can
 * be reached) is for `compilePolicy`. Unknown names are refused: a misspelt rule would be silent.
 */
const policyShape = v.strictObject({
  $schema: v.exactOptional(v.string()),
  key: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/i, 'letters, digits and dashes')),
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(255)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  effectiveFrom: v.string(),
  select: v.string(),
  calendars: v.array(calendar),
  clocks: v.strictObject({
    response: v.exactOptional(response),
    resolution: v.exactOptional(resolution),
    nextResponse: v.exactOptional(nextResponse),
    ownership: v.exactOptional(ownership),
  }),
  team: v.exactOptional(
    v.strictObject({
      members: v.exactOptional(names),
      evenIfReporter: v.exactOptional(names),
    }),
  ),
  bots: v.exactOptional(names),
  warnings: v.exactOptional(v.array(warningRule)),
  quietHours: v.exactOptional(v.string()),
  deadlineAtClose: v.exactOptional(v.picklist(['close', 'nextOpen'])),
  order: v.exactOptional(v.array(v.picklist(['stop', 'pause', 'start', 'reset']))),
  maintenance: v.exactOptional(v.array(window)),
  holidaySets: v.exactOptional(v.record(v.string(), holidays)),
  applyToOpen: v.exactOptional(v.boolean()),
  corrections: v.exactOptional(names),
  carryOnMove: v.exactOptional(v.boolean()),
});

/** Compiles only while the schema and the core's type say the same. */
const shapeIsPolicy = (shape: v.InferOutput<typeof policyShape>): Policy => shape;

/**
 * Reads a policy file: the policy, or one line per problem, each with the place it stands at.
 *
 * `{"key": "gold"}` answers problems like `name: missing` and `clocks: missing`.
 */
export function readPolicyText(
  text: string,
): { readonly ok: true; readonly policy: Policy } | { readonly ok: false; problems: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [`not JSON: ${(error as Error).message}`] };
  }
  const parsed = v.safeParse(policyShape, json);
  if (parsed.success) return { ok: true, policy: shapeIsPolicy(parsed.output) };
  return { ok: false, problems: parsed.issues.map(describeIssue) };
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue) ?? 'the file';
  if (issue.received === 'undefined') return `${place}: missing`;
  if (issue.expected === 'never') return `${place}: ${whereInstead(place)}`;
  return `${place}: ${issue.message}`;
}

/** What stands in a clock is easily written beside the clocks. */
function whereInstead(place: string): string {
  const clocks = Object.entries({ response, resolution })
    .filter(([, { entries }]) => Object.hasOwn(entries, place))
    .map(([clock]) => `clocks.${clock}`);
  return clocks.length === 0 ? 'no such setting' : `belongs under ${clocks.join(' or ')}`;
}
