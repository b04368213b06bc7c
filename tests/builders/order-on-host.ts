import { people } from '../host/company/people';
import { registerDepartments } from '../host/company/set-up-app';
import type { Host } from '../host/host';
import { startHost } from '../host/start-host';

const { admin, tam } = people;

/** Transitions of every company-managed workflow of the demo company. */
export const TO = { start: '11', hotfix: '12', done: '31' } as const;

/** The demo company with its departments, and what people do to the order of its work. */
export class OrderOnHost {
  constructor(readonly host: Host) {}

  static async open(isOpen: (projectKey: string) => boolean = () => true): Promise<OrderOnHost> {
    const host = await startHost({ company: 'demo' });
    await registerDepartments(host, admin.accountId, isOpen);
    return new OrderOnHost(host);
  }

  get rest() {
    return this.host.actAs(admin.accountId);
  }

  /** A fresh epic, to do unless it is said otherwise, as an import brings it. */
  create(projectKey: string, status = 'To Do', summary = 'Work'): string {
    const fields = { project: { key: projectKey }, issuetype: { name: 'Epic' }, summary };
    return this.host.jira.acts.importIssue({ fields, status });
  }

  async link(blocker: string, successor: string, type = 'Blocks'): Promise<void> {
    const ends = { inwardIssue: { key: blocker }, outwardIssue: { key: successor } };
    const { status } = await this.host
      .actAs(tam.accountId)
      .post('/rest/api/3/issueLink', { type: { name: type }, ...ends });
    if (status !== 201) throw new Error(`not linked: ${status}`);
  }

  /** NET-n blocks VIRT-m, both to do. */
  async pair(first = 'NET', second = 'VIRT'): Promise<readonly [string, string]> {
    const [blocker, successor] = [this.create(first), this.create(second)];
    await this.link(blocker, successor);
    await this.host.settle();
    return [blocker, successor];
  }

  /** 'done', or the text of the refusal. */
  async move(issueKey: string, transitionId: string, as = admin.accountId): Promise<string> {
    const path = `/rest/api/3/issue/${issueKey}/transitions`;
    const answer = await this.host.actAs(as).post(path, { transition: { id: transitionId } });
    if (answer.status === 204) return 'done';
    return (answer.body as { errorMessages: string[] }).errorMessages.join(' ');
  }

  /** Past every rule, as automation may. */
  push(issueKey: string, to: string): void {
    this.host.jira.acts.transitionPastRules({ issueKey, to });
  }

  async get(path: string): Promise<unknown> {
    return (await this.rest.get(`/rest/api/3/${path}`)).body;
  }

  async idOf(issueKey: string): Promise<string> {
    return ((await this.get(`issue/${issueKey}?fields=status`)) as { id: string }).id;
  }

  async statusOf(issueKey: string): Promise<string> {
    const issue = await this.get(`issue/${issueKey}?fields=status`);
    return (issue as { fields: { status: { name: string } } }).fields.status.name;
  }

  /** What the property says of the order, after everything has settled: "waiting NET-4". */
  async place(issueKey: string): Promise<string> {
    await this.host.settle();
    const read = await this.get(`issue/${issueKey}/properties/tam`);
    const { state, waitsFor = [] } = (read as { value?: Shown }).value ?? {};
    return [state ?? 'nowhere', ...waitsFor].join(' ');
  }

  /** Lets a minute pass and what was planned for it happen. */
  async minute(count = 1): Promise<void> {
    this.host.clock.moveBy(count * 60_000 + 1000);
    await this.host.settle();
  }

  /** Subjects of mails about an issue. */
  mailsOf(issueKey: string): readonly string[] {
    return [...this.host.jira.state.mails]
      .map(({ subject }) => subject)
      .filter((subject) => subject.includes(issueKey));
  }

  /** The rule's invocations from here on. */
  rules(from = 0) {
    return this.host
      .invocations()
      .slice(from)
      .filter(({ trigger }) => trigger === 'validator');
  }
}

type Shown = { readonly state?: string; readonly waitsFor?: readonly string[] };
