import { parseArgs } from 'node:util';

export type AuditFormat = 'table' | 'json' | 'csv';

export type AuditOptions = {
  readonly exportPath: string;
  readonly policyPath: string | undefined;
  /** Another policy: what would be under it. */
  readonly comparePath: string | undefined;
  /** Epoch ms as of which open clocks are read. */
  readonly at: number;
  /** Epoch ms of the audit itself: what is later than this has not happened. */
  readonly now: number;
  readonly format: AuditFormat;
  readonly report: 'sla' | 'time-in-status' | 'order';
  /** How far back the order looks from `at`. */
  readonly days: number;
  /** Link types that order work, by name, id or words; empty: those that read "is blocked by". */
  readonly linkTypes: readonly string[];
};

const DEFAULT_DAYS = '90';

export const USAGE = `Usage: npm run audit -- <export> [options]

  <export>               Jira issues with changelog and comments as JSON: a list, or
                         {"issues": [...]}; plain or .gz
  --policy <file>        SLA policy (src/cli/policy.schema.json describes the format;
                         without it: src/cli/examples/hosting.policy.json)
  --compare <file>       another policy: how many are met under each, and the verdicts
                         that flip, with what they flip because of
  --at <ISO time>        as of when open clocks are read (default: now)
  --format <format>      table (default), json or csv
  --time-in-status       print time in status and first response instead of SLA clocks
  --order                print instead which starts the blocking order would have refused,
                         and how long they would have waited (by the wall clock)
  --days <n>             with --order: how far back from --at (default: 90)
  --link-type <words>    with --order: what makes an issue wait, as its links read
                         ("depends upon") or by name or id of the type, as often as needed
                         (default: "is blocked by")
  --help                 print this

Results go to standard output (npm run -s keeps npm's own lines out of it); progress,
and notes about odd input, to standard error.
Exit code: 0 done, 1 the export or the policy cannot be used, 2 wrong arguments.`;

/** Reads the command line; a text is what is wrong with it. */
export function readOptions(args: readonly string[], now: number): AuditOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        policy: { type: 'string' },
        compare: { type: 'string' },
        at: { type: 'string' },
        format: { type: 'string', default: 'table' },
        'time-in-status': { type: 'boolean', default: false },
        order: { type: 'boolean', default: false },
        days: { type: 'string', default: DEFAULT_DAYS },
        'link-type': { type: 'string', multiple: true, default: [] },
      },
    });
    const [exportPath, more] = positionals;
    if (exportPath === undefined) return 'Which export? Name its file.';
    if (more !== undefined) return `One export at a time: what is "${more}"?`;
    const at = values.at === undefined ? now : Date.parse(values.at);
    // Calendars end with the year 2199.
    if (!(at >= 0 && at < Date.UTC(2200))) {
      return `--at "${values.at}" is not an ISO time like 2026-11-20T10:00:00Z`;
    }
    if (!isFormat(values.format)) return `--format "${values.format}" is not table, json or csv`;
    const report = values.order ? 'order' : values['time-in-status'] ? 'time-in-status' : 'sla';
    if (values.compare !== undefined && report !== 'sla') {
      return `--compare judges by policies: leave out --${report}`;
    }
    if (values.order && values['time-in-status']) return 'Either --order or --time-in-status.';
    const days = Number(values.days);
    if (!(days > 0)) return `--days "${values.days}" is not a number above 0`;
    return {
      ...{ exportPath, policyPath: values.policy, comparePath: values.compare, at, now },
      format: values.format,
      ...{ report, days, linkTypes: values['link-type'] },
    };
  } catch (error) {
    return whatIsWrong(error as Error & { code?: string });
  }
}

/** Node's own message goes on about dashes and positional arguments. */
function whatIsWrong({ code, message }: Error & { code?: string }): string {
  const [, option] = /'(-[^']*)'/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}.`;
  return message.split('\n')[0] ?? message;
}

function isFormat(text: string): text is AuditFormat {
  return ['table', 'json', 'csv'].includes(text);
}
