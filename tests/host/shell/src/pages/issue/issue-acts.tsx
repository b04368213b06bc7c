import ShowMore from '@atlaskit/icon/core/show-more-horizontal';
import { Menu, MenuItem } from '../../kit/menu';
import { showProblem } from '../../lib/flags';
import { http } from '../../lib/http';
import type { Issue, Project, Status } from '../../lib/jira-types';
import { readPages } from '../../lib/read-pages';
import { go } from '../../lib/router';
import { useSession } from '../../lib/session';
import { tell } from '../../lib/stream';
import { useLoad } from '../../lib/use-load';

type Act = { text: string; run: () => Promise<{ key?: string } | undefined> };

async function readChoices({ project, issuetype }: Issue['fields']) {
  const [projects, types] = await Promise.all([
    readPages<Project>('/rest/api/3/project/search?orderBy=name'),
    http.get<{ id: string; statuses: Status[] }[]>(`/rest/api/3/project/${project.key}/statuses`),
  ]);
  const statuses = types.find(({ id }) => id === issuetype.id)?.statuses ?? [];
  return { projects: projects.filter(({ id }) => id !== project.id), statuses };
}

function useActs(issue: Issue): Act[] {
  const { session } = useSession();
  const { key, fields } = issue;
  const choices = useLoad(`acts ${key} ${fields.project.key}`, () => readChoices(fields));
  const { projects = [], statuses = [] } = choices.data ?? {};
  const as = session.me.accountId;
  const act = (name: string, body: object) => () =>
    http.post<{ key?: string }>(`/host/acts/${name}`, { issueKey: key, ...body });
  const archive = { issueIdsOrKeys: [key] };
  return [
    { text: 'Clone', run: act('cloneIssue', { links: 'left', as }) },
    { text: 'Clone with links', run: act('cloneIssue', { links: 'copied', as }) },
    ...(session.jiraAdmin
      ? [
          { text: 'Archive', run: () => http.put<undefined>('/rest/api/3/issue/archive', archive) },
          {
            text: 'Unarchive',
            run: () => http.put<undefined>('/rest/api/3/issue/unarchive', archive),
          },
        ]
      : []),
    ...statuses
      .filter(({ id }) => id !== fields.status.id)
      .map(({ id, name }) => ({
        text: `Past the rules to ${name} (automation)`,
        run: act('transitionPastRules', { to: id }),
      })),
    ...projects.map((project) => ({
      text: `Move to ${project.name}`,
      run: act('moveIssue', { projectKey: project.key, as }),
    })),
  ];
}

type IssueActsProps = { issue: Issue; reload: () => Promise<void> };

/** What Jira's issue menu does, and what automation does past the workflow's rules. */
export function IssueActs({ issue, reload }: IssueActsProps) {
  const acts = useActs(issue);
  const take = async ({ text, run }: Act) => {
    try {
      const key = (await run())?.key;
      tell({ type: 'issue', issueKey: issue.key });
      if (key !== undefined && key !== issue.key) go(`/browse/${key}`);
      else await reload();
    } catch (problem) {
      showProblem(`"${text}" didn't work`, problem);
    }
  };
  return (
    <Menu label="Actions" trigger={<ShowMore label="" />} triggerClass="icon-button" align="right">
      {(close) =>
        acts.map((act) => (
          <MenuItem
            key={act.text}
            onSelect={() => {
              close();
              void take(act);
            }}
          >
            {act.text}
          </MenuItem>
        ))
      }
    </Menu>
  );
}
