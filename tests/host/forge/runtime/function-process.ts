import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repoRoot } from '../../repo-root';
import type { LogRecord } from '../invocation';

export type LambdaResult =
  | { success: true; body?: unknown }
  | { success: false; error: { errorMessage: string; errorType: string; stack: string[] } };

export type ProcessAnswer = { result: LambdaResult; usedMb?: number; logs: LogRecord[] };

const LEVELS: Record<number, LogRecord['level']> = {
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

/** A child process that holds the app's functions and runs one invocation at a time. */
export class FunctionProcess {
  private readonly child: ChildProcess;
  private logs: LogRecord[] = [];
  private whenEnded: () => void = () => undefined;
  private gone = false;
  private readonly exit: Promise<void>;

  constructor(functionsDir: string, memoryMb: number) {
    this.child = fork(
      join(repoRoot(), 'tests/host/forge/runtime/function-runner.cjs'),
      [functionsDir],
      {
        // A clean start: no loaders of tsx or Jest, no variables of the developer's shell.
        execArgv: ['--enable-source-maps', `--max-old-space-size=${memoryMb}`],
        env: {
          TZ: 'UTC',
          PATH: process.env.PATH,
          _HANDLER: '__forge__.main',
          FORGE_EFS_RUNTIME_PATH: functionsDir,
          FORGE_CUSTOM_WRAPPER_FILE_NAME: '__forge_wrapper__.cjs',
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    this.exit = new Promise((resolve) => {
      this.child.once('exit', () => {
        this.gone = true;
        resolve();
      });
    });
    if (this.child.stdout) createInterface(this.child.stdout).on('line', (line) => this.read(line));
    if (this.child.stderr)
      createInterface(this.child.stderr).on('line', (line) => this.log('error', line));
  }

  get alive(): boolean {
    return !this.gone;
  }

  /** Runs one event. A function that takes longer than its limit is killed with its process. */
  async run(requestId: string, lambdaEvent: unknown, timeoutMs: number): Promise<ProcessAnswer> {
    this.logs = [];
    const logs = this.logs;
    const ended = new Promise<void>((resolve) => {
      this.whenEnded = resolve;
    });
    const answer = await this.answer(requestId, lambdaEvent, timeoutMs);
    await Promise.race([ended, this.exit]);
    return { ...answer, logs };
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Resolves when the process is gone. */
  exited(): Promise<void> {
    return this.exit;
  }

  private answer(
    requestId: string,
    lambdaEvent: unknown,
    timeoutMs: number,
  ): Promise<Omit<ProcessAnswer, 'logs'>> {
    return new Promise((resolve) => {
      const finish = (answer: Omit<ProcessAnswer, 'logs'>): void => {
        clearTimeout(timer);
        this.child.off('message', onMessage).off('exit', onExit);
        resolve(answer);
      };
      const onMessage = (message: unknown): void => finish(message as ProcessAnswer);
      const onExit = (): void =>
        finish(died('FUNCTION_OUT_OF_MEMORY', 'the function process died'));
      const timer = setTimeout(() => {
        this.gone = true;
        this.kill();
        finish(
          died('FUNCTION_TIME_OUT', `the function ran longer than ${timeoutMs / 1000} seconds`),
        );
      }, timeoutMs);
      this.child.once('message', onMessage).once('exit', onExit);
      this.child.send({ requestId, lambdaEvent, deadline: Date.now() + timeoutMs });
    });
  }

  private read(line: string): void {
    const entry = parseLine(line);
    if (entry === undefined) this.log('info', line);
    else if (entry.ended !== undefined) this.whenEnded();
    else this.log(LEVELS[entry.logLevel ?? 30] ?? 'info', (entry.logArguments ?? []).join(' '));
  }

  private log(level: LogRecord['level'], text: string): void {
    this.logs.push({ level, text });
  }
}

type Line = { ended?: string; logLevel?: number; logArguments?: string[] };

function parseLine(line: string): Line | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function died(errorType: string, errorMessage: string): Omit<ProcessAnswer, 'logs'> {
  return { result: { success: false, error: { errorMessage, errorType, stack: [] } } };
}
