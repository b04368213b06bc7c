import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Exchange } from './http-listener';

const folder = '../shared/data/openapi';
export const contractThere = existsSync(folder);

interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: Schema }> } | undefined>;
}
type Schema = Record<string, unknown>;
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

function read(name: string): Document {
  return JSON.parse(gunzipSync(readFileSync(`${folder}/${name}.json.gz`)).toString()) as Document;
}

/** Where Jira's real answers differ from its own document; seen in recorded answers of Jira Cloud. */
function patch({ paths, components: { schemas } }: Document): void {
  // Items of changelogs: null is frequent, and removed values are null too.
  const item = propertiesOf(schemas.ChangeDetails);
  for (const end of ['from', 'fromString', 'to', 'toString']) {
    if (item) item[end] = { type: 'string', nullable: true };
  }
  // Bulk changelogs write `created` as a number of epoch milliseconds, as the document's example does.
  const histories = propertiesOf(schemas.IssueChangeLog);
  const history = structuredClone(schemas.Changelog);
  const created = propertiesOf(history);
  if (created) created.created = { type: 'integer' };
  if (histories) histories.changeHistories = { type: 'array', items: history };
  // Times of bulk changes are numbers in the document's own example.
  const progress = propertiesOf(schemas.BulkOperationProgress);
  for (const time of ['created', 'started', 'updated']) {
    if (progress) progress[time] = { type: 'integer' };
  }
  // The location of a board is that of the document's own example.
  const board = paths['/rest/agile/1.0/board/{boardId}/configuration']?.get?.responses['200'];
  const configuration = propertiesOf(board?.content?.['application/json']?.schema);
  const place = propertiesOf(configuration?.location as Schema | undefined);
  if (place) Object.assign(place, { key: text, id: text, self: text, name: text });
  // The five keys of a page are always there.
  for (const [name, schema] of Object.entries(schemas)) {
    if (name.startsWith('PageBean')) {
      schema.required = ['isLast', 'maxResults', 'startAt', 'total', 'values'];
    }
  }
}

const text = { type: 'string' };

function propertiesOf(schema: Schema | undefined): Record<string, unknown> | undefined {
  return schema?.properties as Record<string, unknown> | undefined;
}

/** OpenAPI's own words that a JSON Schema validator does not know. */
const annotations = ['example', 'discriminator', 'xml', 'externalDocs', 'deprecated'];

function validatorOf(document: Document): (schema: Schema) => ValidateFunction {
  patch(document);
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  addFormats(ajv);
  ajv.addFormat('int32', true).addFormat('int64', true);
  // Jira writes offsets without a colon, which the format date-time forbids.
  ajv.addFormat('date-time', true);
  for (const word of annotations) ajv.removeKeyword(word).addVocabulary([word]);
  ajv.addSchema({ $id: 'api', components: document.components });
  return (schema) => ajv.compile(withBase(schema) as Schema);
}

/** `#/components/...` of the document, seen from a schema of its own. */
function withBase(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/components/', '"api#/components/'));
}

export function contract(): { check(exchange: Exchange): string[] } {
  const parts = ['jira-platform-v3', 'jira-software'].map((name) => {
    const document = read(name);
    return { document, validator: validatorOf(document) };
  });
  return { check: (exchange) => parts.flatMap((part) => problems(part, exchange)) };
}

function problems(
  { document, validator }: { document: Document; validator: (schema: Schema) => ValidateFunction },
  { endpoint, status, body }: Exchange,
): string[] {
  const [method = '', path = ''] = endpoint.split(' ');
  const operation = operationOf(document, method, path);
  if (!operation) return [];
  const response = operation.responses[String(status)];
  if (!response) return [`${endpoint}: status ${status} is not in the contract`];
  const schema = response.content?.['application/json']?.schema;
  if (!schema || body === undefined || Object.keys(schema).length === 0) return [];
  const validate = validator(schema);
  if (validate(body)) return [];
  return (validate.errors ?? []).map(
    (error) =>
      `${endpoint}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  );
}

/** The names of path parameters differ here and there; their places do not. */
function operationOf(document: Document, method: string, path: string): Operation | undefined {
  const shape = (template: string): string => template.replace(/\{[^}]*\}/g, '{}');
  const found = Object.entries(document.paths).find(([known]) => shape(known) === shape(path));
  return found?.[1][method.toLowerCase()];
}
