import { simulate } from '../core/sla/simulation/simulate';
import {
  addSimulations,
  NOTHING_SIMULATED,
  type Simulation,
} from '../core/sla/simulation/simulation';
import { instant } from '../core/time';
import { incidentsOf, noIncidents, unknownFields } from './audit-issues';
import type { AuditOptions } from './audit-options';
import { compileJql } from './jql/compile-jql';
import { DEFAULT_POLICY, loadPolicy, PolicyError } from './load-policy';
import { comparisonText } from './print-comparison';
import type { Progress } from './show-progress';
import { surveyExport } from './survey-export';

/** Where results go; `out` waits when its reader is slower. */
type Output = {
  readonly out: (text: string) => Promise<void> | void;
  readonly err: (text: string) => void;
};

/**
 * Replays the incidents of an export under both policies and prints two tallies and what flips.
 * `--policy` says which issues are incidents, so that both judge the same ones.
 */
export async function comparePolicies(
  options: AuditOptions,
  output: Output,
  progress: Progress,
): Promise<void> {
  const path = options.exportPath;
  const policyPath = options.policyPath ?? DEFAULT_POLICY;
  const present = loadPolicy(policyPath);
  const other = loadPolicy(options.comparePath ?? DEFAULT_POLICY);
  if (present.policy.select !== other.policy.select) {
    output.err(`Incidents are those of "${present.policy.name}": ${present.policy.select}\n`);
  }
  const survey = await surveyExport(path, options.at, progress.reading('Survey'));
  const select = compileJql(present.policy.select, survey.world);
  if (!select.ok) throw new PolicyError(`${policyPath}: select: ${select.errors.join(' ')}`);
  const hooks = {
    note: ({ issue, what, done }: { issue: string; what: string; done: string }) =>
      progress.say(`${issue}: ${what}: ${done}\n`),
    progress: progress.reading('Audit '),
    tally: { issues: 0, incidents: 0 },
  };
  const fields = [...new Set([...present.fields, ...other.fields])];
  for (const line of unknownFields(fields, survey)) progress.say(line);
  const rules = { select, at: options.at, now: options.now, fields };
  let sum: Simulation = NOTHING_SIMULATED;
  for await (const history of incidentsOf(path, survey, rules, hooks)) {
    sum = addSimulations(sum, simulate([history], [present], [other], instant(options.at)));
  }
  progress.stop();
  const { issues, incidents } = hooks.tally;
  if (incidents === 0) output.err(noIncidents(issues, present.policy.select));
  const names = { present: nameOf(present), other: nameOf(other) };
  await output.out(comparisonText(sum, names, options.format));
}

function nameOf({ policy }: { policy: { name: string; version: number } }): string {
  return `${policy.name} v${policy.version}`;
}
