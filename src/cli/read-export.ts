import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { type Duplex, pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import Assembler from 'stream-json/assembler.js';
import { parser, type Token } from 'stream-json/parser.js';
import { verifier } from 'stream-json/utils/verifier.js';

/** An export that cannot be read at all; the message says why, for a person. */
export class ExportError extends Error {}

/** One piece of an export: an issue, or a value that stands beside the list of issues. */
export type ExportEntry =
  | { readonly kind: 'issue'; readonly issue: unknown }
  | { readonly kind: 'meta'; readonly key: string; readonly value: unknown };

/** Hears how much of the file has been read, in bytes. */
export type ReadProgress = (bytes: number) => void;

/**
 * Reads a Jira export piece by piece: an array of REST v3 issues, or an object with `issues`; plain
 * or gzipped (seen by its first bytes). Holds one issue at a time. Throws ExportError for what is
 * no JSON (with line and column), for a cut or damaged gzip file and for a file without issues.
 */
export async function* streamExport(
  path: string,
  onProgress: ReadProgress = () => undefined,
): AsyncGenerator<ExportEntry> {
  const tokens = (await openText(path, onProgress)).to(
    parser.asStream({ packValues: true, streamValues: false }),
  );
  try {
    yield* entriesOf(tokens as AsyncIterable<Token>);
  } catch (error) {
    throw await explained(error, path);
  }
}

/** The whole export in memory; `meta` is what stands beside the issues. Throws like the stream. */
export async function readExport(
  path: string,
): Promise<{ issues: unknown[]; meta: Record<string, unknown> }> {
  const issues: unknown[] = [];
  const meta: Record<string, unknown> = {};
  for await (const entry of streamExport(path)) {
    if (entry.kind === 'issue') issues.push(entry.issue);
    else meta[entry.key] = entry.value;
  }
  return { issues, meta };
}

async function* entriesOf(tokens: AsyncIterable<Token>): AsyncGenerator<ExportEntry> {
  const value = new Assembler();
  let place: 'start' | 'list' | 'object' | 'end' = 'start';
  let key = '';
  let isInObject = false;
  let seen = 0;
  for await (const token of tokens) {
    if (place === 'start') {
      if (token.name !== 'startArray' && token.name !== 'startObject') break;
      isInObject = token.name === 'startObject';
      place = isInObject ? 'object' : 'list';
    } else if (!value.done) {
      value.consume(token);
      if (!value.done) continue;
      if (place === 'list') seen += 1;
      yield entry(place, key, value.current);
    } else if (place === 'list' && token.name === 'endArray') {
      place = isInObject ? 'object' : 'end';
    } else if (place === 'object' && token.name === 'keyValue') {
      key = String(token.value);
    } else if (place === 'object' && token.name === 'endObject') {
      place = 'end';
    } else if (place === 'object' && key === 'issues' && token.name === 'startArray') {
      place = 'list';
    } else {
      value.consume(token);
      if (!value.done) continue;
      if (place === 'list') seen += 1;
      yield entry(place, key, value.current);
    }
  }
  if (seen === 0) {
    throw new ExportError('holds no issues: neither a list of them nor {"issues": [...]}');
  }
}

function entry(place: string, key: string, value: unknown): ExportEntry {
  return place === 'list' ? { kind: 'issue', issue: value } : { kind: 'meta', key, value };
}

/** Opens the file as unpacked text that can be piped on, errors included. */
async function openText(
  path: string,
  onProgress: ReadProgress,
): Promise<{ to: (last: Duplex) => Readable }> {
  const isGzip = await startsLikeGzip(path);
  let read = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      read += chunk.length;
      onProgress(read);
      next(null, chunk);
    },
  });
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const steps = isGzip ? [file, counted, createGunzip()] : [file, counted];
  // The error arrives where the last stream is read; the callback has nothing to add.
  return { to: (last) => pipeline([...steps, last], () => undefined) as unknown as Readable };
}

async function startsLikeGzip(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) throw new ExportError('is a folder, not a file');
    const file = await open(path);
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    await file.close();
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } catch (error) {
    if (error instanceof ExportError) throw withPath(error, path);
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = isMissing ? 'there is no such file' : 'the file cannot be opened';
    throw withPath(new ExportError(why, { cause: error }), path);
  }
}

/** Turns a failure of one of the streams into a sentence. */
async function explained(error: unknown, path: string): Promise<Error> {
  if (error instanceof ExportError) return withPath(error, path);
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') {
    return withPath(new ExportError('the gzip file is cut: it ends too early'), path);
  }
  if (code.startsWith('Z_')) {
    return withPath(new ExportError(`the gzip file is damaged (${message})`), path);
  }
  if (!/^Parser /.test(message)) return error as Error;
  const where = await placeOfError(path);
  const why = message.replace(/^Parser (cannot parse input: |has )/, '');
  return withPath(new ExportError(`is not JSON: ${why}${where}`, { cause: error }), path);
}

/** The parser does not count lines, so a second reading finds the place. */
async function placeOfError(path: string): Promise<string> {
  try {
    const text = await openText(path, () => undefined);
    for await (const _ of text.to(verifier.asStream()));
    return '';
  } catch (error) {
    const { line, pos } = error as { line?: number; pos?: number };
    return line === undefined ? '' : ` (line ${line}, column ${pos})`;
  }
}

function withPath(error: ExportError, path: string): ExportError {
  return new ExportError(`${path}: ${error.message}`, { cause: error.cause });
}
