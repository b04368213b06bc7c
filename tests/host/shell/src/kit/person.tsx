import PersonIcon from '@atlaskit/icon/core/person';
import type { JiraUser } from '../lib/jira-types';

const TINTS = 6;

function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  return parts
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
}

function tint(text: string): number {
  let sum = 0;
  for (const letter of text) sum += letter.charCodeAt(0);
  return sum % TINTS;
}

type FaceProps = { user: JiraUser | null | undefined; size?: 'small' | 'medium' };

/** A round picture: initials on a tint of the person's own, Jira's grey head when nobody is there. */
export function Face({ user, size = 'small' }: FaceProps) {
  if (!user) {
    return (
      <span className={`face face-${size} face-nobody`} title="Unassigned">
        <PersonIcon label="Unassigned" color="currentColor" size="small" />
      </span>
    );
  }
  const name = user.displayName ?? user.accountId;
  return (
    <span
      className={`face face-${size} tint-${tint(name)}`}
      role="img"
      aria-label={name}
      title={name}
    >
      {initials(name)}
    </span>
  );
}

export function Person({ user }: { user: JiraUser | null | undefined }) {
  return (
    <span className="person">
      <span aria-hidden="true">
        <Face user={user} />
      </span>
      <span>{user ? (user.displayName ?? user.accountId) : 'Unassigned'}</span>
    </span>
  );
}

export function ProjectAvatar({
  projectKey,
  size = 'small',
}: {
  projectKey: string;
  size?: string;
}) {
  return (
    <span className={`project-avatar project-avatar-${size} tint-${tint(projectKey)}`} aria-hidden>
      {projectKey.charAt(0)}
    </span>
  );
}
