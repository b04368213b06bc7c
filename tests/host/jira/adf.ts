import adfSchema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';
import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv-draft-04';
import { refuseField } from './endpoint';

const wrongFormat =
  'Operation value must be an Atlassian Document (see the Atlassian Document Format)';

let validate: ValidateFunction | undefined;

function validator(): ValidateFunction {
  validate ??= new Ajv({ strict: false }).compile(adfSchema);
  return validate;
}

/** The value as an Atlassian document, or a 400 that names the field. */
export function demandAdf(field: string, value: unknown): unknown {
  if (!validator()(value)) throw refuseField(field, wrongFormat);
  return value;
}
