import Bug from '@atlaskit/icon/core/bug';
import Epic from '@atlaskit/icon/core/epic';
import Incident from '@atlaskit/icon/core/incident';
import Story from '@atlaskit/icon/core/story';
import Subtasks from '@atlaskit/icon/core/subtasks';
import Task from '@atlaskit/icon/core/task';
import type { ComponentType } from 'react';
import type { IssueType } from '../lib/jira-types';

type Look = { glyph: ComponentType<{ label: string; color?: 'currentColor' }>; look: string };

const LOOKS: [RegExp, Look][] = [
  [/epic/i, { glyph: Epic, look: 'epic' }],
  [/incident|outage/i, { glyph: Incident, look: 'bug' }],
  [/bug|defect/i, { glyph: Bug, look: 'bug' }],
  [/sub-?task/i, { glyph: Subtasks, look: 'subtask' }],
  [/story|request|feature/i, { glyph: Story, look: 'story' }],
];
const OTHER: Look = { glyph: Task, look: 'task' };

export function IssueTypeIcon({ type }: { type: IssueType | undefined }) {
  const name = type?.name ?? 'Task';
  const { glyph: Glyph, look } = LOOKS.find(([pattern]) => pattern.test(name))?.[1] ?? OTHER;
  return (
    <span className={`issue-type issue-type-${look}`} title={name}>
      <Glyph label={name} color="currentColor" />
    </span>
  );
}
