import { useState } from 'react';
import type { WorkspaceView } from '../../../src/contract/tam-workspace';
import { announceDone } from '../bridge/flags';
import { Answered } from '../ui/answered';
import { Surface } from '../ui/surface';
import { type Asked, useAnswer } from '../ui/use-answer';
import { useTexts } from '../ui/viewer';
import { CreateProject } from './create-project';
import { Portfolio } from './portfolio';
import { ProjectPage } from './project-page';
import { resolver } from './resolver';

type Place =
  | { readonly at: 'portfolio' }
  | { readonly at: 'create' }
  | { readonly at: 'project'; readonly id: string };

/** The TAM's page over all client projects: the portfolio, one of them, or a new one. */
export function Workspace() {
  const { workspace } = useTexts();
  const asked = useAnswer(() => resolver.load({}));
  return (
    <Surface title={workspace.surface} room="page">
      <Answered asked={asked}>{(view) => <Places view={view} asked={asked} />}</Answered>
    </Surface>
  );
}

function Places({ view, asked }: { view: WorkspaceView; asked: Asked<WorkspaceView> }) {
  const { workspace } = useTexts();
  const [place, setPlace] = useState<Place>({ at: 'portfolio' });
  const toPortfolio = () => {
    setPlace({ at: 'portfolio' });
    asked.reload();
  };
  switch (place.at) {
    case 'portfolio':
      return (
        <Portfolio
          view={view}
          create={() => setPlace({ at: 'create' })}
          open={(id) => setPlace({ at: 'project', id })}
        />
      );
    case 'create':
      return (
        <CreateProject
          policies={view.policies}
          cancel={() => setPlace({ at: 'portfolio' })}
          created={(next, key) => {
            asked.accept(next);
            announceDone(workspace.form.created(key));
            const made = next.projects.find((project) => project.key === key);
            setPlace(made ? { at: 'project', id: made.id } : { at: 'portfolio' });
          }}
        />
      );
    case 'project':
      return (
        <ProjectPage key={place.id} id={place.id} policies={view.policies} back={toPortfolio} />
      );
  }
}
