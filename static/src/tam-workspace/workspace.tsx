import type { WorkspaceView } from '../../../src/contract/tam-workspace';
import { announceDone } from '../bridge/flags';
import { Answered } from '../ui/answered';
import { Skeleton } from '../ui/skeleton';
import { Surface } from '../ui/surface';
import { type Asked, useAnswer } from '../ui/use-answer';
import { usePath } from '../ui/use-path';
import { useTexts } from '../ui/viewer';
import { CreateProject } from './create-project';
import { type Place, pathTo, placeAt } from './places';
import { Portfolio } from './portfolio';
import { ProjectPage } from './project-page';
import { resolver } from './resolver';

/** The TAM's page over all client projects: the portfolio, one of them, or a new one. */
export function Workspace() {
  const { workspace, shared } = useTexts();
  const asked = useAnswer(() => resolver.load({}));
  const [path, go] = usePath();
  return (
    <Surface title={workspace.surface} room="page">
      {path === null ? (
        <Skeleton label={shared.loading} />
      ) : (
        <Answered asked={asked}>
          {(view) => (
            <Places
              view={view}
              asked={asked}
              place={placeAt(path)}
              go={(place) => go(pathTo(place))}
            />
          )}
        </Answered>
      )}
    </Surface>
  );
}

type PlacesProps = {
  view: WorkspaceView;
  asked: Asked<WorkspaceView>;
  place: Place;
  go: (place: Place) => void;
};

function Places({ view, asked, place, go }: PlacesProps) {
  const { workspace } = useTexts();
  const toPortfolio = () => {
    go({ at: 'portfolio' });
    asked.reload();
  };
  switch (place.at) {
    case 'portfolio':
      return (
        <Portfolio
          view={view}
          create={() => go({ at: 'create' })}
          open={(id) => go({ at: 'project', id })}
        />
      );
    case 'create':
      return (
        <CreateProject
          policies={view.policies}
          me={view.me}
          cancel={() => go({ at: 'portfolio' })}
          created={(next, key) => {
            asked.accept(next);
            announceDone(workspace.form.created(key));
            const made = next.projects.find((project) => project.key === key);
            go(made ? { at: 'project', id: made.id } : { at: 'portfolio' });
          }}
        />
      );
    case 'project':
      return (
        <ProjectPage key={place.id} id={place.id} policies={view.policies} back={toPortfolio} />
      );
  }
}
