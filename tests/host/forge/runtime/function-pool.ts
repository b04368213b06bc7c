import { FunctionProcess, type ProcessAnswer } from './function-process';

/** Warm function processes, one invocation each at a time; more are started when all are busy. */
export interface FunctionPool {
  run(call: PoolCall): Promise<ProcessAnswer>;
  stop(): Promise<void>;
}

export type PoolCall = {
  requestId: string;
  lambdaEvent: unknown;
  memoryMb: number;
  timeoutMs: number;
};

const stopped: ProcessAnswer = {
  result: {
    success: false,
    error: { errorType: 'HOST_STOPPED', errorMessage: 'the host was stopped', stack: [] },
  },
  logs: [],
};

export function createFunctionPool(functionsDir: string): FunctionPool {
  const idle = new Map<number, FunctionProcess[]>();
  const all = new Set<FunctionProcess>();
  let isStopped = false;

  const acquire = (memoryMb: number): FunctionProcess => {
    const waiting = idle.get(memoryMb) ?? [];
    for (let found = waiting.pop(); found !== undefined; found = waiting.pop()) {
      if (found.alive) return found;
      all.delete(found);
    }
    const started = new FunctionProcess(functionsDir, memoryMb);
    all.add(started);
    return started;
  };

  const release = (process: FunctionProcess, memoryMb: number): void => {
    if (!process.alive) all.delete(process);
    else idle.set(memoryMb, [...(idle.get(memoryMb) ?? []), process]);
  };

  return {
    run: async ({ requestId, lambdaEvent, memoryMb, timeoutMs }) => {
      // An event that waited for its turn may come now: nobody would end its process any more.
      if (isStopped) return stopped;
      const process = acquire(memoryMb);
      try {
        return await process.run(requestId, lambdaEvent, timeoutMs);
      } finally {
        release(process, memoryMb);
      }
    },
    stop: async () => {
      isStopped = true;
      const gone = [...all].map((process) => process.exited());
      for (const process of all) process.kill();
      await Promise.all(gone);
    },
  };
}
