import type { ReactNode } from 'react';
import type { ClientProjectView, WorkspaceView } from '../../../src/contract/tam-workspace';
import type { Person as PersonFacts } from '../../../src/core/issue';
import { Person } from '../ui/person';
import { useTexts } from '../ui/viewer';
import './project-facts.css';

type Props = { project: ClientProjectView; policies: WorkspaceView['policies'] };

/** The head of a client project: client, people, contract, which issues are its incidents. */
export function ProjectFacts({ project, policies }: Props) {
  const { workspace, shared } = useTexts();
  const { head } = workspace;
  const policy = policies.find((it) => it.key === project.policyKey)?.name ?? project.policyKey;
  return (
    <dl className="facts">
      <Fact name={head.client}>
        <bdi>{project.client}</bdi>
      </Fact>
      <Fact name={head.tam}>
        <Person person={project.tam} none={workspace.noTam} />
      </Fact>
      <Fact name={head.deputies}>
        <People people={project.deputies} />
      </Fact>
      <Fact name={head.viewers}>
        <People people={project.viewers} />
      </Fact>
      <Fact name={head.policy}>{policy ?? workspace.form.noPolicy}</Fact>
      <Fact name={head.incidents}>
        {project.incidentsJql === '' ? (
          <span className="subtle">{shared.none}</span>
        ) : (
          <code>{project.incidentsJql}</code>
        )}
      </Fact>
      {project.policyKey !== null && (
        <Fact name={head.figures}>
          {head.figuresCount[project.countsHidden ? 'all' : 'visible']}
        </Fact>
      )}
    </dl>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function People({ people }: { people: readonly PersonFacts[] }) {
  const { shared } = useTexts();
  if (people.length === 0) return <span className="subtle">{shared.none}</span>;
  return (
    <span className="row">
      {people.map((person) => (
        <Person key={person.accountId} person={person} />
      ))}
    </span>
  );
}
