import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { repoRoot } from '../../host/repo-root';
import type { Exchange } from './http-listener';
import { contract, contractThere } from './openapi-contract';

interface Walk {
  failures: string[];
  drift: unknown[];
  exchanges: Exchange[];
  offered: string[];
  unknown: unknown[];
}

function walk(): Walk {
  const output = execFileSync(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'jira-js-walk.ts')],
    {
      cwd: repoRoot(),
      env: { ...process.env, AUDIT_SCHEMAS: 'true' },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return JSON.parse(output.toString()) as Walk;
}

describe('the local Jira under jira.js in strict mode', () => {
  const result = walk();

  it('answers every call in the shape that jira.js knows', () => {
    expect(result.failures).toEqual([]);
    expect(result.drift).toEqual([]);
    expect(result.unknown).toEqual([]);
  });

  it('was walked on every endpoint that it offers', () => {
    const walked = new Set(result.exchanges.map((exchange) => exchange.endpoint));
    expect([...walked].sort()).toEqual([...result.offered].sort());
  });

  (contractThere ? it : it.skip)('keeps the OpenAPI contract (needs ../shared/data)', () => {
    const { check } = contract();
    expect(result.exchanges.flatMap(check)).toEqual([]);
  });
});
