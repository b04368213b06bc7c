import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit } from '../../src/cli/run-audit';
import { OFFICE_POLICY } from '../builders/incident-story';
import { wireStatuses } from '../builders/wire-issue';

const NOW = Date.parse('2026-11-30T00:00:00Z');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as of 2026-11-30 and answers what it printed. */
export async function audit(...args: string[]) {
  let out = '';
  let err = '';
  const code = await runAudit(args, NOW, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

/** Writes a file into a folder that goes with the test file. */
export function file(name: string, content: unknown): string {
  const path = join(folder, name);
  const isReady = typeof content === 'string' || Buffer.isBuffer(content);
  writeFileSync(path, isReady ? content : JSON.stringify(content));
  return path;
}

export const policyFile = (change: object = {}) =>
  file('office.policy.json', { ...OFFICE_POLICY, ...change });
export const exportOf = (...issues: unknown[]) =>
  file('export.json', { statuses: wireStatuses(), issues });
export const notesOf = (err: string) => err.split('\n').filter((line) => line !== '');
