import { parseJql } from '../../../src/core/jql/parse-jql';

const clause = (field: string, operator: string, text: string) => ({
  ...{ kind: 'clause', field, operator },
  operand: { kind: 'value', text },
});

describe('parseJql', () => {
  it('binds AND before OR', () => {
    expect(parseJql('a = 1 or b = 2 and c != 3')).toEqual({
      kind: 'or',
      of: [
        clause('a', '=', '1'),
        { kind: 'and', of: [clause('b', '=', '2'), clause('c', '!=', '3')] },
      ],
    });
  });

  it('reads quotes, their escapes and Cyrillic letters', () => {
    expect(parseJql(String.raw`"Client \"tier\"" = 'Золотой \u2116 1'`)).toEqual(
      clause('Client "tier"', '=', 'Золотой № 1'),
    );
  });

  it('reads lists and functions, and leaves the rest of a history search unread', () => {
    expect(parseJql('labels NOT IN (vip, EMPTY, now())')).toMatchObject({
      operator: 'not in',
      operand: { of: [{ text: 'vip' }, { kind: 'empty' }, { kind: 'function', name: 'now' }] },
    });
    expect(parseJql('status was not in (Open) before -5d')).toMatchObject({ operator: 'was' });
  });

  it.each([
    ['', 'expected a field, found the end'],
    ['labels', 'expected an operator like =, !=, in or is, found the end'],
    ['labels = ', 'expected a value, found the end'],
    ['labels = and', 'expected a value, found "and" at character 10'],
    ['labels in vip', 'expected a list in ( ), found "vip" at character 11'],
    ['labels is vip', 'expected EMPTY or NULL, found "vip" at character 11'],
    ['labels in (vip', 'expected , or ), found the end'],
    ['(labels = vip', 'expected AND, OR or ), found the end'],
    ['labels = vip gold', 'expected AND, OR or the end, found "gold" at character 14'],
    ['labels = "vip', 'the quote at character 10 is never closed'],
    ['labels = v@p', '@ has to stand in quotes, at character 11'],
    [String.raw`labels = "\q"`, String.raw`\q means nothing in quotes`],
    ['labels = vip order by created', 'leave out ORDER BY, it selects nothing'],
    [`${'('.repeat(5000)}a = b`, 'NOT and brackets stand too deep'],
    [`${'not '.repeat(5000)}a = b`, 'NOT and brackets stand too deep'],
  ])('says what is wrong with %j', (jql, told) => {
    expect(() => parseJql(jql)).toThrow(told);
  });
});
