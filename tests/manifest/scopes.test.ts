import { manifest } from './read-manifest';

/**
 * Pinned, because each scope added later is a major version that every administrator must consent
 * to, and each one more than needed is a right that a stolen token would carry.
 */
const SCOPES = [
  'manage:jira-configuration',
  'manage:jira-project',
  'read:jira-user',
  'read:jira-work',
  'storage:app',
  'write:jira-work',
];

/** Jira's event names; Forge's own validation does not notice one that does not exist. */
const KNOWN_EVENTS = [
  ...['created', 'updated', 'deleted', 'assigned'].map((verb) => `avi:jira:${verb}:issue`),
  'avi:jira:commented:issue',
  'avi:jira:deleted:comment',
  'avi:jira:created:issuelink',
  'avi:jira:deleted:issuelink',
];

describe('permissions of the app', () => {
  it('are these scopes and no others', () => {
    expect([...manifest.permissions.scopes].sort()).toEqual(SCOPES);
  });

  it('name no outside host, no remote and no loosened style policy', () => {
    expect(Object.keys(manifest.permissions)).toEqual(['scopes']);
    expect(Object.keys(manifest)).not.toContain('remotes');
  });
});

describe('triggers', () => {
  it('listen to events that exist', () => {
    const events = (manifest.modules.trigger ?? []).flatMap((trigger) => trigger.events ?? []);
    expect(events.filter((event) => !KNOWN_EVENTS.includes(event))).toEqual([]);
  });
});
