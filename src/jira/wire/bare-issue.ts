import * as v from 'valibot';

/** An issue before its history is parsed; the parser reads the fields and reports what is odd. */
export const BareIssue = v.looseObject({
  id: v.string(),
  key: v.string(),
  fields: v.looseObject({}),
});

export type BareIssue = v.InferOutput<typeof BareIssue>;
