import { type DryRun, dryRun } from '../core/order/past/dry-run';
import type { LinkWords, PastIssue } from '../core/order/past/past-links';
import { DEFAULT_POLICY, DEFAULT_RULES, type OrderRules } from '../core/order/policy/order-policy';
import { instant } from '../core/time';
import type { AuditOptions } from './audit-options';
import { hoursAndMinutes, orderRow } from './audit-rows';
import { readPast } from './past-issues';
import { orderPrinter } from './print-rows';
import { ExportError } from './read-export';
import type { Progress } from './show-progress';
import { surveyExport } from './survey-export';

const DAY = 86_400_000;

/**
 * "Had the blocking order been on": the starts of the last days before the audit that it would have
 * refused, and how long they would have waited.
 */
export async function auditOrder(
  options: AuditOptions,
  output: { readonly out: (text: string) => Promise<void> | void },
  progress: Progress,
): Promise<void> {
  const path = options.exportPath;
  const survey = await surveyExport(path, options.at, progress.reading('Survey'));
  const past = await readPast(path, survey, {
    note: ({ issue, what, done }) => progress.say(`${issue}: ${what}: ${done}\n`),
    progress: progress.reading('Order '),
  });
  progress.stop();
  const { types, turned } = chosenTypes(past.linkTypes, options.linkTypes);
  const period = {
    from: instant(Math.max(0, options.at - options.days * DAY)),
    to: instant(options.at),
  };
  const result = dryRun(turnLinks(past.issues, turned), types, rulesFor(types), period);
  const printer = orderPrinter(options.format);
  const rows = result.refused.map((start) => printer.row(orderRow(start))).join(printer.between);
  await output.out(printer.head + rows + printer.tail);
  if (options.format === 'table') await output.out(summaryOf(result, types, options.days));
}

type Chosen = {
  readonly types: readonly LinkWords[];
  /** Ids of those whose other end waits: "this issue depends upon that one". */
  readonly turned: ReadonlySet<string>;
};

/** Those that were asked for by name, id or words, else those that read "is blocked by". */
function chosenTypes(known: readonly LinkWords[], asked: readonly string[]): Chosen {
  const names = new Set((asked.length === 0 ? ['is blocked by'] : asked).map(plain));
  const types: LinkWords[] = [];
  const turned = new Set<string>();
  for (const type of known) {
    if (
      names.has(plain(type.typeName)) ||
      names.has(type.typeId) ||
      names.has(plain(type.inward))
    ) {
      types.push(type);
    } else if (names.has(plain(type.outward))) {
      types.push({ ...type, inward: type.outward, outward: type.inward });
      turned.add(type.typeId);
    }
  }
  if (types.length > 0 || known.length === 0) return { types, turned };
  const there = known
    .map(({ typeName, inward, outward }) => `${typeName} (${inward} / ${outward})`)
    .join(', ');
  const why =
    asked.length === 0
      ? 'no link type of this export reads "is blocked by"; name one with --link-type'
      : `no link type of this export is called ${asked.join(' or ')}`;
  throw new ExportError(`${why}. There are: ${there}`);
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

/** As if the waiting end of every chosen type were the inward one, as it is with "Blocks". */
function turnLinks(
  issues: readonly PastIssue[],
  turned: ReadonlySet<string>,
): readonly PastIssue[] {
  if (turned.size === 0) return issues;
  return issues.map(({ history, links }) => ({
    history,
    links: links.map((link) => {
      if (!turned.has(link.typeId)) return link;
      return { ...link, end: link.end === 'inward' ? 'outward' : 'inward' };
    }),
  }));
}

function rulesFor(types: readonly LinkWords[]): OrderRules {
  const linkTypes = types.map(({ typeId }) => ({ typeId, hardness: 'hard' as const }));
  return { ...DEFAULT_RULES, policies: [{ ...DEFAULT_POLICY, linkTypes }] };
}

function summaryOf(
  { starts, refused, departments, linksOutside }: DryRun,
  types: readonly LinkWords[],
  days: number,
): string {
  const names = types.map(({ typeName }) => typeName).join(', ') || 'none';
  const lines = [
    `${refused.length} of ${starts} starts in ${days} days would have been refused (links: ${names}).`,
    ...departments
      .filter((department) => department.refused > 0)
      .map(
        ({ projectKey, refused: count, starts: all, medianWaitMs, totalWaitMs }) =>
          `${projectKey.padEnd(10)}  ${count} of ${all}, waiting ${hoursAndMinutes(medianWaitMs ?? 0)} in the median, ${hoursAndMinutes(totalWaitMs)} together (by the wall clock)`,
      ),
    ...(linksOutside === 0
      ? []
      : [`${linksOutside} links lead to issues outside of the export and were left out.`]),
  ];
  return `\n${lines.join('\n')}\n`;
}
