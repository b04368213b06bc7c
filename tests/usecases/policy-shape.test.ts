import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import schema from '../../src/cli/policy.schema.json';
import { readPolicyText } from '../../src/usecases/settings/policy-shape';
import { goldPolicy } from '../builders/policy-text';

const EXAMPLES = 'src/cli/examples';
const byJsonSchema = new Ajv({ allErrors: true }).compile(schema);

const both = (policy: object) => ({
  app: readPolicyText(JSON.stringify(policy)).ok,
  audit: byJsonSchema(policy),
});

describe('the shape of a policy file', () => {
  it.each(readdirSync(EXAMPLES).filter((file) => file.endsWith('.json')))(
    'accepts %s, as the audit does',
    (file) => {
      const policy = JSON.parse(readFileSync(`${EXAMPLES}/${file}`, 'utf8')) as object;
      expect(both(policy)).toEqual({ app: true, audit: true });
    },
  );

  const gold = goldPolicy();
  const [calendar] = gold.calendars;
  it.each<[string, object]>([
    ['no key', { ...gold, key: undefined }],
    ['a version that is a text', { ...gold, version: '1' }],
    ['a version of zero', { ...gold, version: 0 }],
    ['a misspelt rule', { ...gold, clocks: { ...gold.clocks, resolutions: {} } }],
    ['a misspelt weekday', { ...gold, calendars: [{ ...calendar, week: { monday: [] } }] }],
    ['a target that is a number', { ...gold, clocks: { response: { goals: [{ target: 4 }] } } }],
    ['an unknown act', { ...gold, clocks: { response: { goals: [], by: ['telepathy'] } } }],
    ['no clocks', { ...gold, clocks: undefined }],
  ])('refuses %s, as the audit does', (_what, policy) => {
    expect(both(JSON.parse(JSON.stringify(policy)) as object)).toEqual({
      app: false,
      audit: false,
    });
  });
});
