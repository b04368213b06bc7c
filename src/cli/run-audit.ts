import type { AnyClockName, AnyCycle } from '../core/sla/judge/cycle';
import type { CompiledPolicy } from '../core/sla/policy/policy';
import { compliance } from '../core/sla/verdict/compliance';
import type { InputNote } from '../jira/wire/issue-history';
import { noIncidents, timesOf, unknownFields, verdictsOf } from './audit-issues';
import { type AuditOptions, readOptions, USAGE } from './audit-options';
import { auditOrder } from './audit-order';
import { auditRow, timesRow } from './audit-rows';
import { comparePolicies } from './compare-policies';
import { compileJql } from './jql/compile-jql';
import { DEFAULT_POLICY, loadPolicy, PolicyError } from './load-policy';
import { auditPrinter, type RowPrinter, timesPrinter } from './print-rows';
import { ExportError } from './read-export';
import { type Progress, showProgress } from './show-progress';
import { surveyExport } from './survey-export';

/** Where an audit writes; `out` waits when its reader is slower. */
export type AuditOutput = {
  readonly out: (text: string) => Promise<void> | void;
  readonly err: (text: string) => void;
};

/** Runs one audit and answers the exit code of the command. */
export async function runAudit(
  args: readonly string[],
  now: number,
  output: AuditOutput,
): Promise<0 | 1 | 2> {
  if (args.includes('--help')) {
    await output.out(`${USAGE}\n`);
    return 0;
  }
  const options = readOptions(args, now);
  if (typeof options === 'string') {
    output.err(`${options}\n\n${USAGE}\n`);
    return 2;
  }
  const progress = showProgress(options.exportPath, output.err);
  try {
    await auditOf(options)(options, output, progress);
    return 0;
  } catch (error) {
    progress.stop();
    if (!(error instanceof ExportError) && !(error instanceof PolicyError)) throw error;
    output.err(`${error.message}\n`);
    return 1;
  }
}

function auditOf({ report, comparePath }: AuditOptions): typeof auditSla {
  if (comparePath !== undefined) return comparePolicies;
  return { sla: auditSla, order: auditOrder, 'time-in-status': auditTimes }[report];
}

async function auditSla(options: AuditOptions, output: AuditOutput, progress: Progress) {
  const path = options.exportPath;
  const policyPath = options.policyPath ?? DEFAULT_POLICY;
  const policy = loadPolicy(policyPath);
  const survey = await surveyExport(path, options.at, progress.reading('Survey'));
  if (options.policyPath === undefined) {
    progress.say(`No --policy: judging by the example "${policy.policy.name}".\n`);
  }
  const select = compileJql(policy.policy.select, survey.world);
  if (!select.ok) {
    throw new PolicyError(`${policyPath}: select: ${select.errors.join(' ')}`);
  }
  for (const line of unknownFields(policy.fields, survey)) progress.say(line);
  const tally = { issues: 0, incidents: 0 };
  const hooks = { note: noter(progress), progress: progress.reading('Audit '), tally };
  const cycles: AnyCycle[] = [];
  const clocks = clocksOf(policy);
  const printer = auditPrinter(options.format, clocks);
  const rows = verdictsOf(
    path,
    survey,
    { policy, select, at: options.at, now: options.now },
    hooks,
  );
  await print(printer, output, async function* () {
    for await (const verdict of rows) {
      for (const cycle of verdict.cycles) {
        if (options.format === 'table') cycles.push(cycle);
        yield auditRow(verdict.issue, cycle);
      }
    }
  });
  progress.stop();
  if (tally.incidents === 0) output.err(noIncidents(tally.issues, policy.policy.select));
  if (options.format === 'table' && cycles.length > 0) await output.out(summaryOf(cycles, clocks));
}

async function auditTimes(options: AuditOptions, output: AuditOutput, progress: Progress) {
  const path = options.exportPath;
  const survey = await surveyExport(path, options.at, progress.reading('Survey'));
  const hooks = { note: noter(progress), progress: progress.reading('Audit ') };
  await print(timesPrinter(options.format), output, async function* () {
    for await (const times of timesOf(path, survey, hooks)) yield timesRow(times);
  });
  progress.stop();
}

async function print<Row>(
  printer: RowPrinter<Row>,
  output: AuditOutput,
  rows: () => AsyncIterable<Row>,
): Promise<void> {
  let before = printer.head;
  for await (const row of rows()) {
    await output.out(before + printer.row(row));
    before = printer.between;
  }
  await output.out((before === printer.head ? before : '') + printer.tail);
}

function noter(progress: Progress): (note: InputNote) => void {
  return ({ issue, what, done }) => progress.say(`${issue}: ${what}: ${done}\n`);
}

/** The two that every audit tells of, and those that only some policies have. */
function clocksOf({ nextResponse, ownership }: CompiledPolicy): AnyClockName[] {
  const more: AnyClockName[] = [];
  if (nextResponse !== null) more.push('nextResponse');
  if (ownership !== null) more.push('ownership');
  return ['response', 'resolution', ...more];
}

function summaryOf(cycles: readonly AnyCycle[], clocks: readonly AnyClockName[]): string {
  const width = Math.max(...clocks.map(({ length }) => length));
  const line = (clock: AnyClockName): string => {
    const { percent, ...counts } = compliance(cycles, clock);
    const shown = percent === null ? '–' : `${percent.toFixed(1)} %`;
    const parts = Object.entries(counts).filter(([, count]) => count > 0);
    const told = parts.map(([state, n]) => `${state} ${n}`).join(', ') || 'none';
    return `${clock.padEnd(width)}  met ${shown}  (${told})`;
  };
  return `\n${clocks.map(line).join('\n')}\n`;
}
