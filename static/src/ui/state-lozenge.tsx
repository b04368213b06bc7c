import Lozenge from '@atlaskit/lozenge/new';
import type { StepState } from '../../../src/contract/views';
import type { Status } from '../../../src/core/issue';
import { useTexts } from './viewer';

type Look = 'success' | 'warning' | 'information' | 'neutral' | 'discovery';

const looks: Record<StepState, Look> = {
  ready: 'success',
  waiting: 'warning',
  running: 'information',
  done: 'neutral',
  suspect: 'discovery',
};

/** Where a step stands in the order; the same word and colour on every surface. */
export function StateLozenge(props: { state: StepState }) {
  const { shared } = useTexts();
  return <Lozenge appearance={looks[props.state]}>{shared.state[props.state]}</Lozenge>;
}

const statusLooks = { todo: 'neutral', inProgress: 'information', done: 'success' } as const;

/** Jira's own status, in Jira's own colours. */
export function StatusLozenge(props: { status: Status }) {
  return <Lozenge appearance={statusLooks[props.status.category]}>{props.status.name}</Lozenge>;
}
