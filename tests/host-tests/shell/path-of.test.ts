import { pathOf } from '../../host/shell/src/bridge/targets';
import type { Session } from '../../host/shell/src/lib/host-types';

const anna = { accountId: 'anna', displayName: 'Anna' };
const session: Session = {
  me: anna,
  people: [anna],
  now: '2026-11-23T09:00:00.000Z',
  offsetMs: 0,
  locale: 'en-US',
  colorMode: 'light',
  jiraAdmin: true,
  apps: [{ moduleKey: 'tam-workspace', title: 'Client projects' }],
  adminPages: [{ moduleKey: 'tam-settings', title: 'TAM' }],
};

describe('pathOf', () => {
  it('opens an issue under /browse', () => {
    expect(pathOf({ target: 'issue', issueKey: 'NET-12' }, session)).toBe('/browse/NET-12');
  });

  it('opens a module where its kind stands', () => {
    const module = (moduleKey: string, projectKey?: string) =>
      pathOf({ target: 'module', moduleKey, ...(projectKey ? { projectKey } : {}) }, session);
    expect(module('tam-workspace')).toBe('/apps/tam-workspace');
    expect(module('tam-settings')).toBe('/admin/tam-settings');
    expect(module('tam-department', 'NET')).toBe('/project/NET/tam-department');
  });

  it('goes to the path inside of a module', () => {
    const inside = (path: string) =>
      pathOf({ target: 'module', moduleKey: 'tam-workspace', path }, session);
    expect(inside('/projects/7')).toBe('/apps/tam-workspace/projects/7');
    expect(inside('projects/7?tab=plan')).toBe('/apps/tam-workspace/projects/7?tab=plan');
    expect(inside('/')).toBe('/apps/tam-workspace');
  });

  it('takes an address as it is', () => {
    expect(pathOf({ url: '/issues?jql=project%3DNET' }, session)).toBe('/issues?jql=project%3DNET');
  });

  it('names a target that it does not know', () => {
    expect(() => pathOf({ target: 'contentView' }, session)).toThrow('"contentView"');
  });
});
