import type { SettingsView } from '../../../../src/contract/tam-settings';
import { useTexts } from '../../ui/viewer';
import { Section } from '../section';
import { BackfillItem } from './backfill-item';
import { StartBackfill } from './start-backfill';
import { useBackfills } from './use-backfills';

/** Reads the history of past incidents through the queue, with its progress. */
export function Backfills({ view }: { view: SettingsView }) {
  const { settings } = useTexts();
  const { backfills, accept, isBlind } = useBackfills(view.backfills);
  return (
    <Section title={settings.backfill} text={settings.backfillText}>
      {view.clientProjects.length === 0 ? (
        <p>{settings.backfillNoProjects}</p>
      ) : (
        <StartBackfill clientProjects={view.clientProjects} accept={accept} />
      )}
      {isBlind && (
        <p className="notice notice-warning" role="status">
          {settings.pollFailed}
        </p>
      )}
      {backfills.length === 0 ? (
        <p className="subtle">{settings.backfillNone}</p>
      ) : (
        <ul className="plain-list">
          {backfills.map((backfill) => (
            <BackfillItem key={backfill.id} backfill={backfill} accept={accept} />
          ))}
        </ul>
      )}
    </Section>
  );
}
