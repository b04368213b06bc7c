import Button from '@atlaskit/button/new';
import type { PanelProject } from '../../../../src/contract/tam-panel';
import { openModule } from '../../bridge/router';
import { Person } from '../../ui/person';
import { useTexts } from '../../ui/viewer';

/** Whose work this is: client project, its TAM, and the way to all of it. */
export function ProjectHead({ project }: { project: PanelProject }) {
  const { panel } = useTexts();
  return (
    <header className="row row-apart">
      <h2>
        {project.key} · <bdi>{project.name}</bdi>
      </h2>
      <span className="row">
        <span className="subtle">{panel.tam}</span>
        <Person person={project.tam} none={panel.noTam} />
        <Button
          spacing="compact"
          appearance="subtle"
          onClick={() => {
            openModule('tam-workspace', `/projects/${project.id}`).catch(() => undefined);
          }}
        >
          {panel.openWorkspace}
        </Button>
      </span>
    </header>
  );
}
