import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createHostClock } from '../../host/clock';
import { people } from '../../host/company/people';
import { importExport, loadExport } from '../../host/import/import-export';
import { createJira, type Jira } from '../../host/jira/jira';
import { administerTam } from './small-site';

const file = '../shared/data/jira/asf-issues.json.gz';
const there = existsSync(file);

const emptyJira = (): Jira => createJira({ clock: createHostClock(), settings: { indexLagMs: 0 } });

const status = (id: string, name: string, key: string) => ({ id, name, statusCategory: { key } });
const author = { accountId: '1:ivan', displayName: 'Ivan' };

function issue(key: string, fields: object = {}, rest: object = {}) {
  return {
    id: key.replace(/\D/g, ''),
    key,
    fields: {
      summary: key,
      project: { id: '10', key: 'OPS', name: 'Operations' },
      issuetype: { id: '1', name: 'Incident' },
      status: status('3', 'In Progress', 'indeterminate'),
      created: '2014-03-01T10:00:00.000-0500',
      ...fields,
    },
    changelog: { histories: [] },
    ...rest,
  };
}

const move = (id: string, items: object[], by: object | null = author) => ({
  id,
  author: by,
  created: '2014-03-02T10:00:00.000+0000',
  items,
});

describe('loadExport', () => {
  it('says what was odd, with the key and what was done, and loads the rest', () => {
    const jira = emptyJira();
    const notes = loadExport(jira, [
      issue('OPS-1', { myField: 1 }),
      issue('OPS-2', {}, { changelog: undefined }),
      issue(
        'OPS-3',
        {},
        {
          changelog: {
            histories: [
              move(
                '1',
                [
                  {
                    field: 'status',
                    from: '99',
                    fromString: 'Triage',
                    to: '3',
                    toString: 'In Progress',
                  },
                ],
                null,
              ),
              move('2', [{ field: 'Key', fromString: 'OLD-7', toString: 'OPS-3' }]),
            ],
          },
        },
      ),
      issue('OPS-4', {
        issuelinks: [
          { id: '1', type: { id: '1', name: 'Blocks' }, outwardIssue: { key: 'FAR-1' } },
        ],
        parent: { id: '77', key: 'FAR-2' },
      }),
      issue('OPS-4'),
      issue('OPS-5', { status: null }),
      'nonsense',
    ]);
    expect(notes).toEqual([
      { issue: 'OPS-5', what: 'has no status', done: 'it was left out' },
      { issue: 'issue 7', what: 'has no key or id', done: 'it was left out' },
      { issue: 'OPS-1', what: 'has an unknown field "myField"', done: 'kept, read-only' },
      { issue: 'OPS-2', what: 'has no changelog', done: 'loaded without history' },
      {
        issue: 'OPS-3',
        what: 'was moved here from "OLD-7"',
        done: 'loaded under its present key; old keys answer too',
      },
      {
        issue: 'OPS-3',
        what: 'was in status "99" that no longer exists',
        done: 'kept in its history, not in the workflow',
      },
      { issue: 'OPS-3', what: 'has a history without author "1"', done: 'loaded without author' },
      {
        issue: 'OPS-4',
        what: 'stands in the file more than once',
        done: 'only the first was loaded',
      },
      {
        issue: 'OPS-4',
        what: 'has a parent outside of the file "FAR-2"',
        done: 'loaded without a parent',
      },
      {
        issue: 'OPS-4',
        what: 'is linked to "FAR-1" outside of the file',
        done: 'the link was left out',
      },
    ]);
    expect([...jira.state.issues.values()].map(({ key }) => key)).toEqual([
      'OPS-1',
      'OPS-2',
      'OPS-3',
      'OPS-4',
    ]);
  });

  it('offers any status that the project has seen, whatever the issue stands in', async () => {
    const jira = emptyJira();
    loadExport(jira, [issue('OPS-1'), issue('OPS-2', { status: status('6', 'Closed', 'done') })]);
    const { body } = await jira.request({
      method: 'GET',
      path: '/rest/api/3/issue/OPS-1/transitions',
      actor: { kind: 'app' },
    });
    expect(body).toMatchObject({ transitions: [{ name: 'Closed' }] });
  });
});

describe('importExport', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'import-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const importing = (name: string, content: string | Buffer, lines: string[] = []) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    const notesFile = join(folder, 'notes.txt');
    const say = (line: string) => lines.push(line);
    return importExport(emptyJira(), path, { administerTam, say, notesFile });
  };

  it.each<[string, string | Buffer, RegExp]>([
    ['no.json', 'hello', /no\.json: is not JSON: .* \(line 1, column 1\)/],
    ['none.json', '{"a": 1}', /none\.json: holds no issues/],
    [
      'cut.json.gz',
      gzipSync(JSON.stringify([issue('OPS-1')])).subarray(0, 60),
      /cut\.json\.gz: the gzip file is cut: it ends too early/,
    ],
  ])('refuses %s with the place and the reason', async (name, content, message) => {
    await expect(importing(name, content)).rejects.toThrow(message);
  });

  it('sums oddities up by kind and writes each of them down', async () => {
    const lines: string[] = [];
    const keys = ['OPS-1', 'OPS-2', 'OPS-3', 'OPS-4', 'OPS-5', 'OPS-6'];
    const bare = keys.map((key) => issue(key, {}, { changelog: undefined }));
    await importing('bare.json', JSON.stringify([...bare, issue('OPS-7', { mood: 1 })]), lines);
    expect(lines.slice(1)).toEqual([
      '  6 times: has no changelog: loaded without history (OPS-1, OPS-2, OPS-3, OPS-4, OPS-5, ...)',
      '  OPS-7 has an unknown field "mood": kept, read-only',
      `  Each of these 7 notes with its issue: ${join(folder, 'notes.txt')}`,
    ]);
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8').split('\n')).toContain(
      'OPS-6 has no changelog: loaded without history',
    );
  });
});

describe('importExport of 3,537 real issues', () => {
  (there ? it : it.skip)('fills boards, search and histories (needs ../shared/data)', async () => {
    const jira = emptyJira();
    const lines: string[] = [];
    const notes = await importExport(jira, file, {
      administerTam,
      say: (line) => lines.push(line),
    });
    const { state } = jira;
    expect([state.issues.size, state.projects.size, state.boards.size]).toEqual([3537, 39, 39]);
    const histories = [...state.issues.values()].flatMap((one) => one.histories);
    const comments = [...state.issues.values()].flatMap((one) => one.comments);
    expect([histories.length, comments.length]).toEqual([17_464, 8_065]);
    expect(notes.filter(({ what }) => what.startsWith('is linked'))).toHaveLength(87);
    expect(lines[0]).toMatch(/^Loaded 3537 issues of 39 projects, \d+ people\.$/);
    const { body } = await jira.request({
      method: 'POST',
      path: '/rest/api/3/search/approximate-count',
      body: { jql: 'project = FCREPO AND status = Open' },
      actor: { kind: 'user', accountId: people.tam.accountId },
    });
    expect(body).toEqual({ count: 198 });
  });
});
