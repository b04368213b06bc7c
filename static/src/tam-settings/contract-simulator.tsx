import type { SettingsView } from '../../../src/contract/tam-settings';
import { useTexts } from '../ui/viewer';
import { Section } from './section';
import { SimulationForm } from './simulation-form';
import { SimulationResult } from './simulation-result';
import { useSimulation } from './use-simulation';

/** What the last months would have been under another contract. */
export function ContractSimulator({ view }: { view: SettingsView }) {
  const { simulation, settings } = useTexts();
  const { run, accept, isBlind } = useSimulation();
  return (
    <Section title={simulation.title} text={simulation.text}>
      {view.clientProjects.length === 0 ? (
        <p>{settings.backfillNoProjects}</p>
      ) : (
        <SimulationForm view={view} accept={accept} />
      )}
      {isBlind && (
        <p className="notice notice-warning" role="status">
          {settings.pollFailed}
        </p>
      )}
      {run && <SimulationResult run={run} accept={accept} />}
    </Section>
  );
}
