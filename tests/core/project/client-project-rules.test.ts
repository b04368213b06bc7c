import { faultsOf, type ProjectForm } from '../../../src/core/project/client-project-rules';
import { type Act, may, type Role, rolesFor, rolesOn } from '../../../src/core/project/may';

const form: ProjectForm = {
  key: 'ACME',
  name: 'Web platform',
  client: 'Acme Ltd',
  tamAccountId: 'tam',
  deputyAccountIds: ['deputy'],
  viewerAccountIds: ['manager'],
  incidentsJql: '',
  countsHidden: false,
};

describe('faultsOf', () => {
  it('finds none in a whole form; incidents may be left out', () => {
    expect(faultsOf(form).size).toBe(0);
  });

  it.each([
    ['a key of one letter', { key: 'A' }, 'key', 'notAKey'],
    ['a key of eleven', { key: 'ABCDEFGHIJK' }, 'key', 'notAKey'],
    ['a key that begins with a digit', { key: '1A' }, 'key', 'notAKey'],
    ['a small letter in the key', { key: 'ACMe' }, 'key', 'notAKey'],
    ['a name of blanks', { name: '  ' }, 'name', 'empty'],
    ['a name of 256 characters', { name: 'x'.repeat(256) }, 'name', 'tooLong'],
    ['no TAM', { tamAccountId: '' }, 'tamAccountId', 'empty'],
    ['the TAM as his own deputy', { deputyAccountIds: ['tam'] }, 'deputyAccountIds', 'twice'],
    ['a viewer twice', { viewerAccountIds: ['a', 'a'] }, 'viewerAccountIds', 'twice'],
    [
      '51 viewers',
      { viewerAccountIds: Array.from({ length: 51 }, (_, i) => `v${i}`) },
      'viewerAccountIds',
      'tooMany',
    ],
    ['a JQL of 10,001 characters', { incidentsJql: 'x'.repeat(10_001) }, 'incidentsJql', 'tooLong'],
  ] as const)('finds %s', (_what, change, field, fault) => {
    expect([...faultsOf({ ...form, ...change })]).toEqual([[field, fault]]);
  });
});

describe('who may do what', () => {
  const ROLES: readonly Role[] = [
    ...(['jiraAdmin', 'administerTam', 'tam', 'deputy', 'viewer'] as const),
    ...(['departmentLead', 'leadWithoutTam'] as const),
  ];

  it.each<[Act, readonly Role[]]>([
    ['changeSettings', ['jiraAdmin']],
    ['createClientProject', ['administerTam']],
    ['nameTam', ['administerTam']],
    ['seeClientProject', ['administerTam', 'tam', 'deputy', 'viewer']],
    ['editClientProject', ['administerTam', 'tam', 'deputy']],
    ['linkEpics', ['tam', 'deputy']],
    ['setOrder', ['tam', 'deputy', 'leadWithoutTam']],
    ['issuePass', ['tam', 'deputy', 'departmentLead']],
  ])('%s: %s', (act, expected) => {
    expect(ROLES.filter((role) => may(act, [role]))).toEqual(expected);
    expect(rolesFor(act)).toHaveLength(expected.length);
  });

  it('makes a lead decide on what belongs to no client project', () => {
    expect(rolesOn(null, 'oleg', 'oleg')).toEqual(['departmentLead', 'leadWithoutTam']);
    expect(rolesOn(null, 'oleg', 'anna')).toEqual([]);
    expect(rolesOn(null, null, 'anna')).toEqual([]);
  });
});
