import {
  checkForm,
  emptyForm,
  type ProjectForm,
  requestOf,
  stillWrong,
} from '../../static/src/tam-workspace/project-form';

const ivan = { accountId: 'ivan', name: 'Ivan Petrov', avatarUrl: null };
const filled: ProjectForm = {
  key: 'ACME',
  name: ' Web platform ',
  client: 'ACME Ltd',
  tam: ivan,
  deputies: [],
  viewers: [],
  policyKey: 'gold',
  incidentsJql: 'Client = "ACME" AND issuetype = Incident',
  countsHidden: true,
};

describe('checkForm', () => {
  it('has nothing against a filled form', () => {
    expect(checkForm(filled)).toEqual({});
  });

  it('asks for what is missing', () => {
    expect(checkForm(emptyForm)).toEqual({
      key: 'missing',
      name: 'missing',
      client: 'missing',
      tamAccountId: 'missing',
    });
  });

  it('wants incidents named only where a contract counts them', () => {
    expect(checkForm({ ...filled, incidentsJql: ' ' })).toEqual({ incidentsJql: 'missing' });
    expect(checkForm({ ...filled, incidentsJql: '', policyKey: '' })).toEqual({});
  });

  it.each(['A', '1AB', 'ACME-1', 'ABCDEFGHIJK', 'АСМЕ'])('refuses the key %s', (key) => {
    expect(checkForm({ ...filled, key })).toEqual({ key: 'bad' });
  });
});

describe('stillWrong', () => {
  const sent = requestOf(filled);
  const problem = {
    code: 'invalid',
    text: 'Some fields need another look.',
    fields: { key: 'taken', incidentsJql: 'no such field' },
  } as const;

  it('forgets what was said about a field as soon as it is edited', () => {
    const edited = requestOf({ ...filled, key: 'ACME2' });
    expect(stillWrong(problem, sent, edited)).toEqual({
      ...problem,
      fields: { incidentsJql: 'no such field' },
    });
  });

  it('has nothing left when every field was edited', () => {
    const edited = requestOf({ ...filled, key: 'ACME2', incidentsJql: 'Client = "ACME"' });
    expect(stillWrong(problem, sent, edited)).toBeNull();
  });

  it('keeps a problem that is of no field', () => {
    const conflict = { code: 'conflict', text: 'Changed meanwhile.' } as const;
    expect(stillWrong(conflict, sent, requestOf({ ...filled, key: 'ACME2' }))).toBe(conflict);
  });
});

describe('requestOf', () => {
  it('sends trimmed texts and ids of people', () => {
    expect(requestOf({ ...filled, deputies: [ivan], policyKey: '' })).toEqual({
      key: 'ACME',
      name: 'Web platform',
      client: 'ACME Ltd',
      tamAccountId: 'ivan',
      deputyAccountIds: ['ivan'],
      viewerAccountIds: [],
      policyKey: null,
      incidentsJql: 'Client = "ACME" AND issuetype = Incident',
      countsHidden: true,
    });
  });
});
