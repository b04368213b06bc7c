import { namesNoProject, projectsToHear } from '../../../src/core/sla/policy/projects-to-hear';

const project = (id: string, key: string) => ({ id, key, name: `Project ${key}` });
const PROJECTS = [project('1', 'NET'), project('2', 'SUP'), project('3', 'HR')];

const heard = (departments: string[], ...jqls: string[]) => [
  ...projectsToHear(departments, jqls, PROJECTS),
];

describe('projectsToHear', () => {
  it('are the departments and the projects that a JQL names', () => {
    expect(heard(['1'])).toEqual(['1']);
    expect(heard(['1'], 'project = SUP AND type = Incident')).toEqual(['1', '2']);
    expect(heard([], 'project in ("Project HR", 1)')).toEqual(['1', '3']);
  });

  it('are all where a JQL names none, or says it in a way that only Jira understands', () => {
    expect(heard([], 'labels = ACME')).toEqual(['1', '2', '3']);
    expect(heard([], 'project = SUP OR labels = ACME')).toEqual(['1', '2', '3']);
    expect(heard([], 'project in projectsLeadByUser()')).toEqual(['1', '2', '3']);
  });

  it('are none without departments and policies', () => {
    expect(heard([])).toEqual([]);
  });
});

describe('namesNoProject', () => {
  it.each([
    ['labels = ACME', true],
    ['project is not EMPTY AND labels = ACME', true],
    ['project = SUP', false],
    ['project in (SUP, NET) AND type = Incident', false],
  ])('%s: %s', (jql, expected) => {
    expect(namesNoProject(jql)).toBe(expected);
  });
});
