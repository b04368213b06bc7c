import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { AppFrame } from '../../bridge/app-frame';
import { showProblem } from '../../lib/flags';
import type { AppModule } from '../../lib/host-types';
import type { Gadget } from '../../lib/jira-types';
import { useLoad } from '../../lib/use-load';
import { readConfig, saveConfig } from './dashboard-data';
import { GadgetMenu } from './gadget-menu';

type GadgetFrameProps = {
  dashboardId: string;
  gadget: Gadget;
  module: AppModule | undefined;
  mode: 'view' | 'edit';
  reload: () => Promise<void>;
};

function isEmpty(config: unknown): boolean {
  return !config || (typeof config === 'object' && Object.keys(config).length === 0);
}

/** A fresh gadget opens in its edit view; what that submits is saved, and the gadget is drawn anew. */
function useConfiguring(dashboardId: string, gadgetId: string, hasEdit: boolean) {
  const [isAsked, setIsAsked] = useState(false);
  const [round, setRound] = useState(0);
  const config = useLoad(`gadget ${dashboardId} ${gadgetId}`, () =>
    readConfig(dashboardId, gadgetId),
  );
  const isFresh = hasEdit && config.data !== undefined && isEmpty(config.data);
  const save = async (next: unknown) => {
    try {
      await saveConfig(dashboardId, gadgetId, next);
      setIsAsked(false);
      setRound(round + 1);
    } catch (problem) {
      showProblem("The gadget's configuration wasn't saved", problem);
    }
    await config.reload();
  };
  const isUnknown = hasEdit && config.data === undefined && config.error === undefined;
  return { isConfiguring: isAsked || isFresh, isUnknown, setIsAsked, save, round };
}

export function GadgetFrame({ dashboardId, gadget, module, mode, reload }: GadgetFrameProps) {
  const gadgetId = String(gadget.id);
  const { isConfiguring, isUnknown, setIsAsked, save, round } = useConfiguring(
    dashboardId,
    gadgetId,
    module?.hasEdit === true,
  );
  return (
    <section className="gadget" aria-label={gadget.title}>
      <header className="gadget-head">
        <h2>{gadget.title}</h2>
        <GadgetMenu
          dashboardId={dashboardId}
          gadget={gadget}
          mode={mode}
          onConfigure={module?.hasEdit ? () => setIsAsked(true) : undefined}
          reload={reload}
        />
      </header>
      {module && !isUnknown && (
        <AppFrame
          key={`${isConfiguring} ${round}`}
          moduleKey={module.key}
          entryPoint={isConfiguring ? 'edit' : 'view'}
          dashboardId={dashboardId}
          gadgetId={gadgetId}
          title={isConfiguring ? `Configure ${gadget.title}` : gadget.title}
          onClose={() => setIsAsked(false)}
          {...(isConfiguring ? { onSubmit: save } : {})}
        />
      )}
      {!module && (
        <SectionMessage appearance="information">
          <p>This gadget isn't one of the app's; only Jira shows it.</p>
        </SectionMessage>
      )}
    </section>
  );
}
