import {
  checkForm,
  emptyForm,
  type ProjectForm,
  requestOf,
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
    });
  });
});
