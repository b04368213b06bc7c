import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv-draft-04';
import { refuseField } from './endpoint';

const wrongFormat =
  'Operation value must be an Atlassian Document (see the Atlassian Document Format)';

let validate: ValidateFunction | undefined;

function validator(): ValidateFunction {
  if (validate) return validate;
  const near = createRequire(join(process.cwd(), 'package.json'));
  const file = near.resolve('@atlaskit/adf-schema/json-schema/v1/full.json');
  validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')));
  return validate;
}

/** The value as an Atlassian document, or a 400 that names the field. */
export function demandAdf(field: string, value: unknown): unknown {
  if (!validator()(value)) throw refuseField(field, wrongFormat);
  return value;
}

/** The plain text of a document: what changelogs and text search see. */
export function adfText(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { text, content } = node as { text?: unknown; content?: unknown };
  const inner = Array.isArray(content) ? content.map(adfText).join(' ') : '';
  return typeof text === 'string' ? text + inner : inner;
}
