import { Answered } from '../ui/answered';
import { Surface } from '../ui/surface';
import { Tabs } from '../ui/tabs';
import { useAnswer } from '../ui/use-answer';
import { useTexts } from '../ui/viewer';
import { Backfills } from './backfill/backfills';
import { Departments } from './departments/departments';
import { Language } from './language';
import { LinkType } from './link-type';
import { OrderSettings } from './order/order-settings';
import { Policies } from './policies/policies';
import { resolver } from './resolver';
import { Coverage } from './rule-coverage/coverage';
import type { SectionProps } from './section';
import { ContractSimulator } from './simulation/contract-simulator';

/** What a Jira administrator sets once: departments, the link type, contracts, past incidents. */
export function Settings() {
  const asked = useAnswer(() => resolver.load({}));
  const { settings, coverage } = useTexts();
  return (
    <Surface title={settings.title} room="page">
      <Answered asked={asked}>
        {(view) => (
          <Tabs
            label={settings.title}
            tabs={[
              {
                ...{ key: 'general', title: settings.tabs.general },
                show: () => <General view={view} accept={asked.accept} />,
              },
              {
                ...{ key: 'order', title: settings.tabs.order },
                show: () => <OrderSettings />,
              },
              {
                ...{ key: 'coverage', title: coverage.tab },
                show: () => <Coverage />,
              },
            ]}
          />
        )}
      </Answered>
    </Surface>
  );
}

function General({ view, accept }: SectionProps) {
  return (
    <>
      <Departments view={view} accept={accept} />
      <LinkType view={view} accept={accept} />
      <Language view={view} accept={accept} />
      <Policies view={view} accept={accept} />
      <ContractSimulator view={view} />
      <Backfills view={view} />
    </>
  );
}
