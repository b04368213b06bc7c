import * as v from 'valibot';
import { describeError } from '../../src/handlers/edge-background';
import { JiraError } from '../../src/usecases/ports/jira-error';

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe('an error in the log', () => {
  it('of a schema names the place and not the value', () => {
    const schema = v.object({ assignee: v.object({ age: v.number() }) });
    const error = thrownBy(() => v.parse(schema, { assignee: { age: 'Anna' } }));
    expect(describeError(error)).toBe('ValiError: assignee.age');
  });

  it('of the database is its code', () => {
    const error = Object.assign(new Error("Duplicate entry 'Anna'"), {
      code: 'SQL_EXECUTION_ERROR',
    });
    expect(describeError(error)).toBe('Error: SQL_EXECUTION_ERROR');
  });

  it('of Jira is the endpoint and the status', () => {
    const error = new JiraError('GET /rest/api/3/issue/{issueIdOrKey}', 403, ['Anna may not.']);
    expect(describeError(error)).toBe(
      'JiraError: GET /rest/api/3/issue/{issueIdOrKey}: status 403',
    );
  });

  it('of our own making is its message', () => {
    expect(describeError(new TypeError('x is not a function'))).toBe(
      'TypeError: x is not a function',
    );
  });
});
