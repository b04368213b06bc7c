import { listen } from './listen';

/**
 * Asks whether the shell's port and the next one, the frames' origin, are free; 0 always is. Throws
 * a sentence that names the first taken one.
 */
export async function expectFreePorts(port: number): Promise<void> {
  if (port === 0) return;
  for (const each of [port, port + 1]) {
    try {
      await (await listen(each, () => undefined)).stop();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      throw new Error(`Port ${each} is taken; choose another with --port.`, { cause: error });
    }
  }
}
