import type { CoverageView, RulePlan } from '../../src/contract/coverage';
import type { OrderActRequest } from '../../src/contract/order-acts';
import type { OrderSettingsView } from '../../src/contract/order-settings';
import type { PanelView } from '../../src/contract/tam-panel';
import type { Gate } from '../../src/core/order/judge/judgement';
import type { OrderPolicy, OrderRules } from '../../src/core/order/policy/order-policy';
import { asker } from '../host/company/ask';
import { people } from '../host/company/people';
import { createClientProject, registerDepartments } from '../host/company/set-up-app';
import type { Host } from '../host/host';
import { findIssue } from '../host/jira/state/state';
import { startHost } from '../host/start-host';
import { OrderOnHost } from './order-on-host';

const { admin, tam } = people;

/** Everything that the rows of the semantics of the order ask of the local host. */
export class OrderRows extends OrderOnHost {
  private constructor(
    host: Host,
    /** A client project of Ivan Petrov. */
    readonly clientProjectId: string,
  ) {
    super(host);
  }

  /** All departments but Backup are open to everybody; none of them has a lead. */
  static override async open(): Promise<OrderRows> {
    const host = await startHost({ company: 'demo' });
    await registerDepartments(host, admin.accountId, (key) => key !== 'BACKUP');
    const project = { key: 'ROWS', name: 'Rows', client: 'ACME', incidentsJql: '' };
    const id = await createClientProject(host, project, tam.accountId, tam.accountId);
    return new OrderRows(host, id);
  }

  panel(issueKey: string, as = tam.accountId) {
    return asker(this.host, 'tam-panel', { as, issueKey });
  }

  view(issueKey: string, as = tam.accountId): Promise<PanelView> {
    return this.panel(issueKey, as)<PanelView>('load', {});
  }

  /** Epics of the TAM's client project. */
  async adopt(...issueKeys: readonly string[]): Promise<void> {
    const { clientProjectId } = this;
    for (const issueKey of issueKeys) {
      await this.panel(issueKey)('linkEpic', { clientProjectId, issueKey });
    }
    await this.host.settle();
  }

  /** The TAM says in the panel who waits for whom. */
  async plan(blocker: string, successor: string): Promise<void> {
    const order = { successorId: await this.idOf(successor), blockerId: await this.idOf(blocker) };
    await this.panel(successor)('setOrder', order);
    await this.host.settle();
  }

  async decide(issueKey: string, act: OrderActRequest): Promise<void> {
    await this.panel(issueKey)('decideOrder', act);
    await this.host.settle();
  }

  /** Takes the first link between the two away, as Ivan Petrov, in Jira. */
  async unlink(issueKey: string, otherKey: string): Promise<void> {
    const { fields } = (await this.get(`issue/${issueKey}?fields=issuelinks`)) as {
      fields: {
        issuelinks: { id: string; inwardIssue?: { key: string }; outwardIssue?: { key: string } }[];
      };
    };
    const link = fields.issuelinks.find(
      ({ inwardIssue, outwardIssue }) => (inwardIssue ?? outwardIssue)?.key === otherKey,
    );
    await this.host.actAs(tam.accountId).delete(`/rest/api/3/issueLink/${link?.id}`);
    await this.host.settle();
  }

  /** The site's first policy and rules with these changes, from now on. */
  async rule(policy: Partial<OrderPolicy>, rules: Partial<OrderRules> = {}): Promise<void> {
    const settings = asker(this.host, 'tam-settings', { as: admin.accountId });
    const { site } = await settings<OrderSettingsView>('loadOrder', {});
    const policies = site.rules.policies.map((each) => ({ ...each, ...policy }));
    const changed = { ...site, rules: { ...site.rules, policies, ...rules } };
    await settings('saveOrder', { site: changed, switchOn: [] });
    await this.host.settle();
    // Everything is looked at anew, a little later.
    await this.minute();
  }

  /** The same while something is done, and as it was after that. */
  async under(policy: Partial<OrderPolicy>, act: () => Promise<void>): Promise<void> {
    const settings = asker(this.host, 'tam-settings', { as: admin.accountId });
    const { site } = await settings<OrderSettingsView>('loadOrder', {});
    const [before = {}] = site.rules.policies;
    await this.rule(policy);
    await act().finally(() => this.rule(before));
  }

  /** Puts the rule on a transition of a department's workflow, as the settings do. */
  async attach(projectKey: string, transitionId: string, gates: readonly Gate[]): Promise<void> {
    const settings = asker(this.host, 'tam-settings', { as: admin.accountId });
    const { departments } = await settings<CoverageView>('coverage', { from: 0 });
    const found = departments.find((each) => each.projectKey === projectKey);
    const workflowId = found?.workflows[0]?.id ?? '';
    const [plan] = await settings<RulePlan[]>('planRules', { workflowIds: [workflowId] });
    const transitions = [{ id: transitionId, gates }];
    const { confirmation } = plan ?? {};
    await settings('attachRule', { workflowId, transitions, confirmation });
  }

  /** Closed past every rule, as that: "Won't Do", "Duplicate". */
  async closeAs(issueKey: string, resolution: string): Promise<void> {
    const { state } = this.host.jira;
    const issue = findIssue(state, issueKey);
    const id = state.resolutions.find(({ name }) => name === resolution)?.id;
    if (issue === undefined || id === undefined) throw new Error(`${issueKey}, ${resolution}?`);
    issue.resolutionId = id;
    this.push(issueKey, 'Done');
    await this.host.settle();
  }

  async assign(issueKey: string, { accountId }: { readonly accountId: string }): Promise<void> {
    const path = `/rest/api/3/issue/${issueKey}/assignee`;
    const { status } = await this.rest.put(path, { accountId });
    if (status !== 204) throw new Error(`not assigned: ${status}`);
  }

  /** What this person was mailed about an issue. */
  heard({ accountId }: { readonly accountId: string }, issueKey: string): readonly string[] {
    return this.host.jira.state.mails
      .filter(({ accountIds, text }) => accountIds.includes(accountId) && text.includes(issueKey))
      .map(({ text }) => text);
  }

  /** What is on record of an issue: "order.deleted by 712020:ivan-petrov". */
  async record(issueId: string): Promise<readonly string[]> {
    const rows = await this.host.forge.query(
      'SELECT act, actor_account_id FROM audit_entry WHERE issue_id = ? ORDER BY at',
      [issueId],
    );
    return rows.map(({ act, actor_account_id: by }) => `${act} by ${by}`);
  }
}
