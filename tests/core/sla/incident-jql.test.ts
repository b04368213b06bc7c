import {
  bothOf,
  eitherOf,
  incidentJql,
  maySelect,
} from '../../../src/core/sla/policy/incident-jql';

describe('incidentJql', () => {
  it('asks for both, without their order', () => {
    expect(incidentJql('project = SUP ORDER BY created DESC', 'type = Incident')).toBe(
      '(project = SUP) AND (type = Incident)',
    );
  });

  it('keeps an OR together', () => {
    expect(bothOf('a = 1 OR b = 2', 'updated >= -2d')).toBe(
      '(a = 1 OR b = 2) AND (updated >= -2d)',
    );
  });

  it('takes "order by" inside quotes for text', () => {
    expect(bothOf('summary ~ "order by mail"', '')).toBe('(summary ~ "order by mail")');
  });
});

describe('eitherOf', () => {
  it('asks for what one or the other selects, once where they are the same', () => {
    expect(eitherOf('type = Incident order by key', 'labels = vip')).toBe(
      '(type = Incident) OR (labels = vip)',
    );
    expect(eitherOf('type = Incident', 'type = Incident ORDER BY key')).toBe('type = Incident');
  });

  it('asks for everything where one of them does', () => {
    expect(eitherOf('', 'labels = vip')).toBe('');
  });
});

describe('maySelect', () => {
  const network = { id: '10010', key: 'NET', name: 'Network' };

  it.each([
    ['project = NET', true],
    ['project = "network" AND type = Incident', true],
    ['project in (SUP, 10010)', true],
    ['project = SUP', false],
    ['(project = SUP AND type = Incident) AND (priority = High)', false],
    ['type = Incident AND project in (SUP, "Backup team")', false],
    // In doubt, Jira is asked.
    ['type = Incident', true],
    ['project = SUP OR labels = net', true],
    ['project != SUP', true],
    ['NOT project = SUP', true],
    ['project not in (SUP)', true],
    ['project in projectsLeadByUser()', true],
    ['summary ~ "project = SUP"', true],
  ])('%s on Network: %s', (jql, expected) => {
    expect(maySelect(jql, network)).toBe(expected);
  });

  it('"project is not EMPTY" narrows nothing and hides no other clause', () => {
    expect(maySelect('project is not EMPTY', network)).toBe(true);
    expect(maySelect('(project = SUP) AND (project is not EMPTY)', network)).toBe(false);
  });

  it('a word in quotes is no operator', () => {
    expect(maySelect('project = SUP AND summary ~ "this or that"', network)).toBe(false);
  });
});
