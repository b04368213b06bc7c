import { Answered } from '../ui/answered';
import { Surface } from '../ui/surface';
import { useAnswer } from '../ui/use-answer';
import { useTexts } from '../ui/viewer';
import { Backfills } from './backfills';
import { ContractSimulator } from './contract-simulator';
import { Departments } from './departments';
import { Language } from './language';
import { LinkType } from './link-type';
import { Policies } from './policies';
import { resolver } from './resolver';

/** What a Jira administrator sets once: departments, the link type, contracts, past incidents. */
export function Settings() {
  const asked = useAnswer(() => resolver.load({}));
  const { settings } = useTexts();
  return (
    <Surface title={settings.title} room="page">
      <Answered asked={asked}>
        {(view) => (
          <>
            <Departments view={view} accept={asked.accept} />
            <LinkType view={view} accept={asked.accept} />
            <Language view={view} accept={asked.accept} />
            <Policies view={view} accept={asked.accept} />
            <ContractSimulator view={view} />
            <Backfills view={view} />
          </>
        )}
      </Answered>
    </Surface>
  );
}
