import Lozenge from '@atlaskit/lozenge';
import type { Status } from '../lib/jira-types';

const APPEARANCES = { new: 'default', indeterminate: 'inprogress', done: 'success' } as const;

export function appearanceOf(status: Status): 'default' | 'inprogress' | 'success' {
  const key = status.statusCategory?.key ?? 'new';
  return key in APPEARANCES ? APPEARANCES[key as keyof typeof APPEARANCES] : 'default';
}

export function StatusLozenge({ status }: { status: Status }) {
  return <Lozenge appearance={appearanceOf(status)}>{status.name}</Lozenge>;
}
