export type MainOptions = { importFile?: string; port: number; at?: Date };

const DEFAULT_PORT = 8080;

const USAGE = `npm start -- [--import <file>] [--port <number>] [--at <ISO time>]
  --import  a Jira export (JSON or .gz) in place of the demo company
  --port    of the shell, ${DEFAULT_PORT} if not given; the frames' origin takes the next one
  --at      the host's time at the start, now if not given`;

/** Reads the command line of npm start. Throws with the usage for anything unknown. */
export function readOptions(args: readonly string[]): MainOptions {
  const options: MainOptions = { port: DEFAULT_PORT };
  for (let index = 0; index < args.length; index += 2) {
    const value = args[index + 1];
    if (value === undefined) throw new Error(USAGE);
    take(options, args[index] ?? '', value);
  }
  return options;
}

function take(options: MainOptions, name: string, value: string): void {
  if (name === '--import') options.importFile = value;
  else if (name === '--port' && /^\d+$/.test(value)) options.port = Number(value);
  else if (name === '--at' && !Number.isNaN(Date.parse(value))) options.at = new Date(value);
  else throw new Error(USAGE);
}
