import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import { AppFrame } from '../../bridge/app-frame';
import type { Badge } from '../../lib/host-types';
import { http } from '../../lib/http';
import { useLoad } from '../../lib/use-load';

const APPEARANCES = ['default', 'inprogress', 'moved', 'new', 'removed', 'success'] as const;
type Appearance = (typeof APPEARANCES)[number];

type Mark = { text: string; appearance: Appearance };

/**
 * A badge may carry a lozenge: `{type:'lozenge', value:{label, type}}` in Forge's dynamic
 * properties.
 */
function markOf(status: Badge['status']): Mark | undefined {
  if (!status) return undefined;
  if (typeof status === 'string') return { text: status, appearance: 'default' };
  const { label, type } = status.value;
  if (!label) return undefined;
  return { text: label, appearance: APPEARANCES.find((one) => one === type) ?? 'default' };
}

type BadgesProps = { issueKey: string; reload: () => Promise<void> };

function BadgeRow({ badge, issueKey, reload }: BadgesProps & { badge: Badge }) {
  const [isOpen, setIsOpen] = useState(false);
  const mark = markOf(badge.status);
  return (
    <section className="side-group badge" aria-label={`${badge.title} badge`}>
      <button
        type="button"
        className="badge-head"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className="badge-title">{badge.title}</span>
        {badge.label !== badge.title && <span className="badge-label">{badge.label}</span>}
        {mark && <Lozenge appearance={mark.appearance}>{mark.text}</Lozenge>}
      </button>
      {isOpen && (
        <AppFrame
          moduleKey={badge.moduleKey}
          issueKey={issueKey}
          title={badge.title}
          onRefresh={reload}
        />
      )}
    </section>
  );
}

/** The app's lines in the right column; each opens into its frame. */
export function Badges({ issueKey, reload }: BadgesProps) {
  const { data: badges = [] } = useLoad(
    `badges ${issueKey}`,
    () => http.get<Badge[]>(`/host/badges?issueKey=${issueKey}`),
    (news) => news.type === 'clock' || (news.type === 'issue' && news.issueKey === issueKey),
  );
  return (
    <>
      {badges.map((badge) => (
        <BadgeRow key={badge.moduleKey} badge={badge} issueKey={issueKey} reload={reload} />
      ))}
    </>
  );
}
