import { people, staffByDepartment } from '../../host/company/people';
import { blockingOrder, createSmallSite } from './small-site';

export type Rule = { id?: string; ruleKey: string; parameters: Record<string, string> };
export type Transition = {
  id: string;
  name: string;
  type: string;
  validators: Rule[];
  actions: Rule[];
};
export type Workflow = {
  id: string;
  name: string;
  isEditable: boolean;
  scope: { type: string; project?: { id: string } };
  version: { id: string; versionNumber: number };
  statuses: { statusReference: string; properties: object; layout: object }[];
  transitions: Transition[];
};
type Status = { id: string; name: string; statusCategory: string; statusReference: string };
type Read = { statuses: Status[]; workflows: Workflow[] };

export const workflowsPath = '/rest/api/3/workflows';
export const designLead = staffByDepartment.get('DESIGN')?.lead.accountId ?? '';
export const ourRule: Rule = {
  ruleKey: 'forge:expression-validator',
  parameters: { key: blockingOrder },
};

/** The demo company, its administrator, and workflows as he reads them. */
export function workflowSite() {
  const small = createSmallSite();
  const admin = small.as(people.admin.accountId);
  const read = async (id: string, ask = admin): Promise<Read> =>
    (await ask('POST', workflowsPath, { workflowIds: [id] })).body as Read;
  return { ...small, admin, read };
}

/** The body of an update that writes back what was read, with a change of one transition. */
export function updateOf(
  { statuses, workflows: [workflow] }: Read,
  change: Record<string, (transition: Transition) => Transition> = {},
) {
  if (!workflow) throw new Error('no workflow was read');
  const { id, version, transitions, statuses: own } = workflow;
  return {
    statuses: statuses.map(({ id: statusId, name, statusCategory, statusReference }) => ({
      ...{ id: statusId, name, statusCategory, statusReference },
    })),
    workflows: [
      {
        ...{ id, version },
        statuses: own.map(({ statusReference, properties, layout }) => ({
          ...{ statusReference, properties, layout },
        })),
        transitions: transitions.map((one) => change[one.id]?.(one) ?? one),
      },
    ],
  };
}

/** Puts the app's rule on a transition, in place of what stood there. */
export const attach = (transition: Transition): Transition => ({
  ...transition,
  validators: [ourRule],
});
