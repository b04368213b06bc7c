import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { Empty } from '../../ui/empty';
import { CheckboxField } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { ProgressBar } from '../../ui/progress-bar';
import { Skeleton } from '../../ui/skeleton';
import { useTexts } from '../../ui/viewer';
import { Section } from '../section';
import { type Change, ChangeRules } from './change-rules';
import { CoverageLegend, CoverageNotes } from './coverage-notes';
import { type Choosing, CoverageTable } from './coverage-table';
import { PrepareUninstall } from './prepare-uninstall';
import { countTransitions, missingTasks, tasksOf, weakestFirst } from './rule-tasks';
import { type CoverageRead, useCoverage } from './use-coverage';
import './coverage.css';

/** Where the order's rule stands in the company's workflows, and what to do where it does not. */
export function Coverage() {
  const read = useCoverage();
  const { coverage, shared } = useTexts();
  const { latest, isReading, problem, departments } = read;
  return (
    <>
      <Section title={coverage.title} text={coverage.text}>
        {latest === null && isReading && <Skeleton label={shared.loading} />}
        {isReading && latest !== null && (
          <ProgressBar
            label={coverage.reading}
            text={coverage.ofDepartments(departments.length, latest.total)}
            part={latest.total === 0 ? null : departments.length / latest.total}
          />
        )}
        <ProblemNotice problem={problem} />
        {problem !== null && <Button onClick={read.reload}>{shared.retry}</Button>}
        {latest !== null && departments.length > 0 && <Matrix read={read} />}
        {latest !== null && latest.total === 0 && (
          <Empty title={coverage.noDepartments} text={coverage.noDepartmentsText} />
        )}
      </Section>
      <PrepareUninstall changed={read.reload} />
    </>
  );
}

function Matrix({ read }: { read: CoverageRead }) {
  const { coverage } = useTexts();
  const { departments, latest } = read;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [only, setOnly] = useState<'all' | 'gaps'>('all');
  const [change, setChange] = useState<Change | null>(null);
  const missing = missingTasks(departments);
  const picked = tasksOf(departments, ({ isMissing }, key) => isMissing && chosen.has(key));
  const tasks = picked.length > 0 ? picked : missing;

  const choosing: Choosing = {
    chosen,
    toggle: (key) => setChosen((before) => toggled(before, key)),
    detach: (workflow, transition) =>
      setChange({
        kind: 'detach',
        tasks: [
          { workflowId: workflow.id, workflowName: workflow.name, transitions: [transition] },
        ],
      }),
  };
  const changed = () => {
    setChosen(new Set());
    read.reload();
  };
  return (
    <>
      <p>
        {coverage.summary(
          departments.filter(({ state }) => state === 'enforced').length,
          departments.length,
        )}
      </p>
      {latest !== null && <CoverageNotes view={latest} />}
      {latest !== null && <CoverageLegend guard={latest.order.guard} />}
      {tasks.length === 0 ? (
        <p>{coverage.nothingMissing}</p>
      ) : (
        change === null && (
          <Button appearance="primary" onClick={() => setChange({ kind: 'attach', tasks })}>
            {picked.length > 0
              ? coverage.attachChosen(countTransitions(picked))
              : coverage.attachAll(countTransitions(missing))}
          </Button>
        )
      )}
      {change !== null && (
        <ChangeRules change={change} close={() => setChange(null)} changed={changed} />
      )}
      <CheckboxField
        label={coverage.onlyGaps}
        hint={coverage.onlyGapsHint}
        checked={only === 'gaps'}
        onChange={(isOn) => setOnly(isOn ? 'gaps' : 'all')}
      />
      <CoverageTable departments={weakestFirst(departments)} only={only} {...choosing} />
    </>
  );
}

function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(key)) after.add(key);
  return after;
}
