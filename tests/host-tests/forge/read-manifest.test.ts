import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../../host/forge/manifest/read-manifest';
import { repoRoot } from '../../host/repo-root';

const fixture = join(repoRoot(), 'tests/host-tests/forge/fixture-app');

function readChanged(from: string, to: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  cpSync(fixture, folder, { recursive: true });
  const text = readFileSync(join(fixture, 'manifest.yml'), 'utf8');
  writeFileSync(join(folder, 'manifest.yml'), text.replace(from, to));
  try {
    return readManifest(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('readManifest', () => {
  it("reads the app's own manifest", () => {
    const { appId, surfaces } = readManifest(repoRoot());
    expect(appId).toMatch(/^[0-9a-f-]{36}$/);
    expect(surfaces.map(({ key }) => key)).toContain('tam-panel');
  });

  it('names a module type that the host does not model', () => {
    expect(() => readChanged('  jira:globalPage:', '  jira:fullPage:')).toThrow('jira:fullPage');
  });

  it('names a property that the host does not model', () => {
    expect(() => readChanged('interval: hour', 'interval: hour\n      retries: 3')).toThrow(
      'modules.scheduledTrigger.0.retries',
    );
  });

  it('names a function that is not there', () => {
    expect(() => readChanged('function: hourly-fn', 'function: daily-fn')).toThrow(
      'no such function: daily-fn',
    );
  });

  it('refuses a filter that it cannot read', () => {
    expect(() => readChanged("key == 'NET'", "key.match('NET')")).toThrow('.match()');
  });
});
