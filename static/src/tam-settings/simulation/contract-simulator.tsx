import type { SettingsView } from '../../../../src/contract/tam-settings';
import { useTexts } from '../../ui/viewer';
import { Section } from '../section';
import { SimulationForm } from './simulation-form';
import { SimulationResult } from './simulation-result';
import { SimulationRuns } from './simulation-runs';
import { useSimulations } from './use-simulations';

/** What the last months would have been under another contract. */
export function ContractSimulator({ view }: { view: SettingsView }) {
  const { simulation, settings } = useTexts();
  const { list, accept, show, isBlind } = useSimulations();
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
      {list.runs.length > 0 && <SimulationRuns list={list} accept={accept} show={show} />}
      {list.open && <SimulationResult run={list.open} />}
    </Section>
  );
}
