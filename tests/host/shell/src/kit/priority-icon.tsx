import High from '@atlaskit/icon/core/priority-high';
import Highest from '@atlaskit/icon/core/priority-highest';
import Low from '@atlaskit/icon/core/priority-low';
import Lowest from '@atlaskit/icon/core/priority-lowest';
import Medium from '@atlaskit/icon/core/priority-medium';
import type { ComponentType } from 'react';
import type { Named } from '../lib/jira-types';

type Look = { glyph: ComponentType<{ label: string; color?: 'currentColor' }>; look: string };

const LOOKS: [RegExp, Look][] = [
  [/^(highest|blocker|p1)/i, { glyph: Highest, look: 'highest' }],
  [/^(high|critical|p2)/i, { glyph: High, look: 'high' }],
  [/^(lowest|trivial|p5)/i, { glyph: Lowest, look: 'lowest' }],
  [/^(low|minor|p4)/i, { glyph: Low, look: 'low' }],
];
const OTHER: Look = { glyph: Medium, look: 'medium' };

export function PriorityIcon({ priority }: { priority: Named | null | undefined }) {
  if (!priority) return null;
  const { glyph: Glyph, look } =
    LOOKS.find(([pattern]) => pattern.test(priority.name))?.[1] ?? OTHER;
  return (
    <span className={`priority priority-${look}`} title={priority.name}>
      <Glyph label={priority.name} color="currentColor" />
    </span>
  );
}
