import { AppFrame } from '../../bridge/app-frame';
import type { AppModule } from '../../lib/host-types';
import { http } from '../../lib/http';
import { useLoad } from '../../lib/use-load';

type AppPanelsProps = { issueKey: string; reload: () => Promise<void> };

/** The app's panels below the description, each under its title as Jira shows them. */
export function AppPanels({ issueKey, reload }: AppPanelsProps) {
  const modules = useLoad(`issue-modules ${issueKey}`, () =>
    http.get<AppModule[]>(`/host/modules?at=issue&issueKey=${issueKey}`),
  );
  const panels = (modules.data ?? []).filter((one) => one.type === 'jira:issuePanel');
  return (
    <>
      {panels.map((panel) => (
        <section key={panel.key} className="app-panel" aria-label={panel.title}>
          <h2>{panel.title}</h2>
          <AppFrame
            moduleKey={panel.key}
            issueKey={issueKey}
            title={panel.title}
            onRefresh={reload}
          />
        </section>
      ))}
    </>
  );
}
