import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, type Readable, Transform, type Writable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { verifier } from 'stream-json/utils/verifier.js';
import { EntrySplitter, type ExportEntry } from './entry-splitter';

/** An export that cannot be read at all; the message says why, for a person. */
export class ExportError extends Error {}

const CHUNK = 1 << 18;

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
  const bytes = await openBytes(path, onProgress);
  const splitter = new EntrySplitter();
  try {
    let isFirst = true;
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      yield* splitter.take(isFirst ? withoutByteOrderMark(chunk) : chunk);
      isFirst = false;
    }
    yield* splitter.end();
  } catch (error) {
    throw await explained(error, path);
  }
  if (splitter.issueCount === 0) {
    const why = 'holds no issues: neither a list of them nor {"issues": [...]}';
    throw withPath(new ExportError(why), path);
  }
}

function withoutByteOrderMark(chunk: Buffer): Buffer {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}

/** Opens the file, unpacked if need be; a failure of any step arrives where the last is read. */
async function openBytes(path: string, onProgress: ReadProgress): Promise<Readable> {
  const isGzip = await startsLikeGzip(path);
  let read = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      read += chunk.length;
      onProgress(read);
      next(null, chunk);
    },
  });
  const file = createReadStream(path, { highWaterMark: CHUNK });
  const steps: Writable[] = isGzip ? [counted, createGunzip({ chunkSize: CHUNK })] : [counted];
  return pipeline([file, ...steps], () => undefined) as unknown as Readable;
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
  if (!(error instanceof SyntaxError)) return error as Error;
  const where = await placeOfError(path);
  // The position within an issue helps nobody.
  const why = message.replace(/( in JSON)? at position \d+.*$/, '');
  return withPath(new ExportError(`is not JSON: ${why}${where}`, { cause: error }), path);
}

/** Lines are not counted on the way, so a second reading, by a slower parser, finds the place. */
async function placeOfError(path: string): Promise<string> {
  try {
    const text = await openBytes(path, () => undefined);
    for await (const _ of text.pipe(verifier.asStream()));
    return '';
  } catch (error) {
    const { line, pos } = error as { line?: number; pos?: number };
    return line === undefined ? '' : ` (line ${line}, column ${pos})`;
  }
}

function withPath(error: ExportError, path: string): ExportError {
  return new ExportError(`${path}: ${error.message}`, { cause: error.cause });
}
