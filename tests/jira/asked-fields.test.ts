import { askedFields } from '../../src/jira/asked-fields';

const SITE = new Map([
  ['team', ['customfield_10050', 'customfield_10070']],
  ['story points', ['customfield_10016']],
]);

describe('askedFields', () => {
  it('knows ids, and names that Jira itself gives, without asking', async () => {
    const never = () => Promise.reject(new Error('fields were read'));
    const asked = ['customfield_10060', 'Component', 'fixVersions', 'security'];
    expect(await askedFields(asked, never)).toEqual({
      ids: ['components', 'customfield_10060', 'fixVersions', 'security'],
      names: new Map(),
    });
  });

  it('finds every field of a name, whatever its case', async () => {
    expect(await askedFields(['TEAM'], async () => SITE)).toEqual({
      ids: ['customfield_10050', 'customfield_10070'],
      names: new Map([['team', ['customfield_10050', 'customfield_10070']]]),
    });
  });

  it('asks for nothing by a name that the site does not have', async () => {
    const { ids } = await askedFields(['Teem'], async () => SITE);
    expect(ids).toEqual([]);
  });
});
