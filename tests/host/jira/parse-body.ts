import * as v from 'valibot';
import { NotModelled, refuse } from './endpoint';

/** The body by its schema: keys that the schema lacks are not modelled, wrong values are refused. */
export function parseBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const strange = parsed.issues.find(
    ({ type, expected }) => type === 'strict_object' && expected === 'never',
  );
  if (strange) throw new NotModelled(`the body key "${v.getDotPath(strange) ?? ''}"`);
  const [issue] = parsed.issues;
  throw refuse(400, `${v.getDotPath(issue) ?? 'The body'}: ${issue.message}`);
}
