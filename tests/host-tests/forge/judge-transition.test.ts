import { join } from 'node:path';
import { judgeTransitionsBy } from '../../host/forge/events/judge-transition';
import { extensionAri } from '../../host/forge/install-app';
import type { InvocationOutcome } from '../../host/forge/invocation';
import { readManifest } from '../../host/forge/manifest/read-manifest';
import type { FunctionCall } from '../../host/forge/runtime/invoker';
import { repoRoot } from '../../host/repo-root';

const manifest = readManifest(join(repoRoot(), 'tests/host-tests/forge/fixture-app'));
const move = {
  issueKey: 'NET-1',
  from: '1',
  to: '3',
  actor: { kind: 'user', accountId: 'acc-ann' },
} as const;

function judgeAnswering(outcome: InvocationOutcome, tellMover = false) {
  const calls: FunctionCall[] = [];
  const invoke = (call: FunctionCall) => {
    calls.push(call);
    return Promise.resolve(outcome);
  };
  const judge = judgeTransitionsBy(manifest, invoke, { tellMover });
  return { calls, judge };
}

describe('judgeTransitionsBy', () => {
  const rule = {
    ruleKey: 'forge:expression-validator',
    moduleKey: 'gate',
    extension: extensionAri(manifest, 'gate'),
    config: '{"open":false}',
  };

  it("hands the issue, the rule's configuration and both statuses to the function, and no user", async () => {
    const { calls, judge } = judgeAnswering({ ok: true, body: { result: true } });
    await expect(judge(rule, move)).resolves.toEqual({ result: true });
    expect(calls).toEqual([
      {
        functionKey: 'gate-fn',
        moduleKey: 'gate',
        trigger: 'validator',
        body: {
          issue: { key: 'NET-1' },
          configuration: { open: false },
          transition: { from: { id: '1' }, to: { id: '3' } },
        },
      },
    ]);
  });

  it('names who moves the issue where that is assumed, and still lets nobody ask as him', async () => {
    const { calls, judge } = judgeAnswering({ ok: true, body: { result: true } }, true);
    await judge(rule, move);
    expect(calls).toMatchObject([{ principal: 'acc-ann' }]);
    expect(calls[0]).not.toHaveProperty('actor');
  });

  it('passes the text of a refusal on', async () => {
    const { judge } = judgeAnswering({ ok: true, body: { result: false, errorMessage: 'waits' } });
    await expect(judge(rule, move)).resolves.toEqual({ result: false, errorMessage: 'waits' });
  });

  it('refuses when the function fails or answers no verdict', async () => {
    const error = { name: 'TypeError', message: 'x', stack: [] };
    const failing = judgeAnswering({ ok: false, error });
    await expect(failing.judge(rule, move)).resolves.toEqual({ result: false });
    const silent = judgeAnswering({ ok: true, body: undefined });
    await expect(silent.judge(rule, move)).resolves.toEqual({ result: false });
  });

  it('refuses for a module that the app does not have', async () => {
    const { judge } = judgeAnswering({ ok: true, body: { result: true } });
    const gone = { ...rule, moduleKey: 'gone', extension: extensionAri(manifest, 'gone') };
    await expect(judge(gone, move)).resolves.toEqual({ result: false });
  });

  it('refuses for the rule of another app, whatever its module is called', async () => {
    const { calls, judge } = judgeAnswering({ ok: true, body: { result: true } });
    const foreign = 'ari:cloud:ecosystem::extension/other-app/environment/static/gate';
    await expect(judge({ ...rule, extension: foreign }, move)).resolves.toEqual({ result: false });
    expect(calls).toEqual([]);
  });
});
