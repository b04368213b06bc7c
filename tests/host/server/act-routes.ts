import * as v from 'valibot';
import { BadHostCall, type HostCall, type HostRoute, param } from './host-call';

const who = v.exactOptional(v.string());

const Acts = {
  transitionPastRules: v.strictObject({ issueKey: v.string(), to: v.string(), as: who }),
  importIssue: v.strictObject({
    fields: v.record(v.string(), v.unknown()),
    status: v.string(),
    as: who,
  }),
  cloneIssue: v.strictObject({
    issueKey: v.string(),
    links: v.picklist(['copied', 'left']),
    as: who,
  }),
  moveIssue: v.strictObject({ issueKey: v.string(), projectKey: v.string(), as: who }),
  portalTransition: v.strictObject({
    issueKey: v.string(),
    transitionId: v.string(),
    as: v.string(),
  }),
} as const;

/** What happens in Jira without its REST API, and the app's coming and going. */
export const actRoutes: HostRoute[] = [
  { method: 'POST', pattern: /^\/host\/acts\/([^/]+)$/, answer: act },
  { method: 'GET', pattern: /^\/host\/app$/, answer: installation },
  {
    method: 'POST',
    pattern: /^\/host\/app$/,
    answer: async (call) => {
      const { installed } = read(v.strictObject({ installed: v.boolean() }), call.body);
      const { forge } = call;
      if (installed) forge.install();
      const preUninstall = installed || !forge.isInstalled() ? [] : await forge.uninstall();
      return { ...installation(call), preUninstall };
    },
  },
];

function installation({ forge }: HostCall): { installed: boolean } {
  return { installed: forge.isInstalled() };
}

function read<Schema extends v.GenericSchema>(schema: Schema, body: unknown) {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new BadHostCall(`${v.getDotPath(issue) ?? 'the body'}: ${issue.message}`);
}

async function act(call: HostCall): Promise<{ key?: string }> {
  const { acts } = call.jira;
  const { body } = call;
  switch (param(call, 0)) {
    case 'transitionPastRules':
      acts.transitionPastRules(read(Acts.transitionPastRules, body));
      return {};
    case 'importIssue':
      return { key: acts.importIssue(read(Acts.importIssue, body)) };
    case 'cloneIssue':
      return { key: acts.cloneIssue(read(Acts.cloneIssue, body)) };
    case 'moveIssue':
      return { key: acts.moveIssue(read(Acts.moveIssue, body)) };
    case 'portalTransition':
      await acts.portalTransition(read(Acts.portalTransition, body));
      return {};
    default:
      throw new BadHostCall(`the host does not know the act ${param(call, 0)}`);
  }
}
