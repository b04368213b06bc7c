import { createAnswers } from '../../host/shell/src/bridge/answers';
import { problemOfConfig } from '../../host/shell/src/pages/workflows/problem-of-config';

describe('workflowRules.onConfigure of @forge/jira-bridge', () => {
  it('calls the command that the shell knows, with the function inside of data', async () => {
    const calls: { cmd: string; payload: { data: { onConfigure: () => unknown } } }[] = [];
    const callBridge = async (cmd: string, payload: never) => {
      calls.push({ cmd, payload });
      return true;
    };
    Object.assign(globalThis, { __bridge: { callBridge }, window: globalThis });
    const { workflowRules } = await import('@forge/jira-bridge/out/index');
    await workflowRules.onConfigure(async () => '{"gate":"start"}');
    expect(calls[0]?.cmd).toBe('setWorkflowRuleConfigurationCallback');
    expect(await calls[0]?.payload.data.onConfigure()).toBe('{"gate":"start"}');
  });
});

describe('createAnswers', () => {
  it("gives each call of a frame's function its own answer, in whatever order they come", async () => {
    const answers = createAnswers();
    const first = answers.expect();
    const second = answers.expect();
    answers.take({ answer: second.answer, ok: true, result: 'two' });
    answers.take({ answer: first.answer, ok: false, message: 'not ready' });
    await expect(second.result).resolves.toBe('two');
    await expect(first.result).rejects.toThrow('not ready');
  });
});

describe('problemOfConfig', () => {
  it('takes JSON up to 32 KB', () => {
    expect(problemOfConfig('{"gate":"start"}')).toBeUndefined();
    expect(problemOfConfig(JSON.stringify('x'.repeat(32 * 1024 - 2)))).toBeUndefined();
    expect(problemOfConfig(JSON.stringify('x'.repeat(32 * 1024)))).toContain('32 KB');
  });

  it('refuses what is missing, no text or no JSON', () => {
    expect(problemOfConfig(undefined)).toContain('did not hand over');
    expect(problemOfConfig({ gate: 'start' })).toContain('must be a text');
    expect(problemOfConfig('{gate}')).toContain('no JSON');
  });
});
