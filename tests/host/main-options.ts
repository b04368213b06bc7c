export type MainOptions = { importFile?: string; port: number; at?: Date };

const DEFAULT_PORT = 8080;

const USAGE = `npm start -- [--import <file>] [--port <number>] [--at <ISO time>]
  --import  a Jira export (JSON or .gz) in place of the demo company
  --port    of the shell, ${DEFAULT_PORT} if not given; the frames' origin takes the next one
  --at      the host's time at the start, now if not given`;

/** Reads the command line of npm start. Throws with what is wrong, and the usage. */
export function readOptions(args: readonly string[]): MainOptions {
  const options: MainOptions = { port: DEFAULT_PORT };
  for (let index = 0; index < args.length; index += 2) {
    const name = args[index] ?? '';
    if (!NAMES.includes(name)) throw wrong(`There is no option ${name}.`);
    const value = args[index + 1];
    if (value === undefined) throw wrong(`${name} needs a value.`);
    take(options, name, value);
  }
  return options;
}

const NAMES = ['--import', '--port', '--at'];

function take(options: MainOptions, name: string, value: string): void {
  if (name === '--import') options.importFile = value;
  else if (name === '--port') options.port = portOf(value);
  else if (Number.isNaN(Date.parse(value))) {
    throw wrong(`--at "${value}" is not an ISO time like 2026-11-20T10:00:00Z.`);
  } else options.at = new Date(value);
}

/** The frames' origin takes the next port, so the last one is not for the shell. */
function portOf(value: string): number {
  const port = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_534) return port;
  throw wrong(`--port "${value}" is not a port from 0 to 65534.`);
}

const wrong = (what: string): Error => new Error(`${what}\n\n${USAGE}`);
