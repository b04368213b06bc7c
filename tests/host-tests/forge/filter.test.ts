import { judgeFilter } from '../../host/forge/events/judge-filter';
import { parseFilter } from '../../host/forge/events/parse-filter';
import { propertiesRead, propertyProblems } from '../../host/forge/events/runtime-properties';

const event = {
  issue: { fields: { project: { key: 'NET' }, priority: null } },
  changelog: { items: [{ fieldId: 'status' }, { fieldId: 'summary' }] },
  runtime: { project: { properties: { 'tam.department': { active: true } } } },
};
const judge = (expression: string): unknown => judgeFilter(parseFilter(expression), { event });

describe('an event filter', () => {
  it.each([
    ["event.issue.fields.project.key == 'NET'", true],
    ["['NET', 'VIRT'].includes(event.issue.fields.project.key)", true],
    ["!(event.issue.fields.project.key != 'NET')", true],
    ["event.changelog.items.some(item => item.fieldId == 'status')", true],
    ["event.changelog.items.every(item => item.fieldId == 'status')", false],
    ["event.runtime.project.properties['tam.department'].active == true", true],
    ['event.issue.fields.priority == null && 2 > 1', true],
    ['event.issue.fields.missing == null || false', true],
  ])('%s is %s', (expression, expected) => {
    expect(judge(expression)).toBe(expected);
  });

  it('fails on a member of null', () => {
    expect(() => judge("event.issue.fields.priority.name == 'High'")).toThrow('.name of null');
  });

  it.each([
    'event.issue.fields.summary.length() > 3',
    'let x = 1; x',
    'event.issue.key ? true : false',
    'new Issue(1).key',
  ])('refuses what it does not model: %s', (expression) => {
    expect(() => parseFilter(expression)).toThrow(/does not model|cannot read/);
  });

  it.each([
    ["event.runtime.project.properties['tam'].heard == true", []],
    [
      "event.runtime.user.properties['tam'].on == true",
      [expect.stringContaining('event.runtime.user')],
    ],
    [
      "event.runtime.project.properties['tam'] != null",
      [expect.stringContaining('whole property project.tam')],
    ],
    [
      ['a', 'b', 'c', 'd', 'e', 'f']
        .map((path) => `event.runtime.issue.properties['tam'].${path} == 1`)
        .join(' || '),
      ['filters read 6 property paths, not 5'],
    ],
  ])('%s is refused at the start where Forge refuses it', (expression, problems) => {
    expect(propertyProblems([parseFilter(expression)])).toEqual(problems);
  });

  it('names the entity properties that it reads', () => {
    const tree = parseFilter("event.runtime.project.properties['tam.department'].active == true");
    expect(propertiesRead(tree)).toEqual([{ entity: 'project', key: 'tam.department' }]);
  });
});
