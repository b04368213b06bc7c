import { readOptions } from '../host/main-options';
import { expectFreePorts } from '../host/server/free-ports';
import { listen } from '../host/server/listen';

describe('the command line of npm start', () => {
  it('names a file, a port and a time', () => {
    const args = ['--import', 'a.gz', '--port', '8311', '--at', '2026-11-20T10:00:00Z'];
    expect(readOptions(args)).toEqual({
      ...{ importFile: 'a.gz', port: 8311, at: new Date('2026-11-20T10:00:00Z') },
    });
  });

  it.each([
    [['--port', 'abc'], '--port "abc" is not a port from 0 to 65534.'],
    [['--port', '65535'], '--port "65535" is not a port from 0 to 65534.'],
    [['--prot', '8311'], 'There is no option --prot.'],
    [['--port'], '--port needs a value.'],
    [['--at', 'soon'], '--at "soon" is not an ISO time like 2026-11-20T10:00:00Z.'],
  ])('is refused for %j with the reason first, then the usage', (args, reason) => {
    expect(() => readOptions(args)).toThrow(`${reason}\n\nnpm start -- [--import <file>]`);
  });
});

describe('expectFreePorts', () => {
  it('names the port that is taken, also the second one', async () => {
    const { server, port } = await takePortAfterFreeOne();
    const message = `Port ${port} is taken; choose another with --port.`;
    try {
      await expect(expectFreePorts(port)).rejects.toThrow(message);
      await expect(expectFreePorts(port - 1)).rejects.toThrow(message);
    } finally {
      await server.stop();
    }
    await expect(expectFreePorts(0)).resolves.toBeUndefined();
  });
});

/**
 * A taken port whose lower neighbour is free. Below 32768, where the system hands out no ports of
 * its own accord: a neighbour from its range may belong to another test by then.
 */
async function takePortAfterFreeOne() {
  for (let port = 21001; port < 32768; port += 2) {
    if (!(await isFree(port - 1))) continue;
    const server = await listen(port, () => undefined).catch(() => undefined);
    if (server !== undefined) return { server, port };
  }
  throw new Error('There are no two free ports side by side below 32768.');
}

async function isFree(port: number): Promise<boolean> {
  const server = await listen(port, () => undefined).catch(() => undefined);
  await server?.stop();
  return server !== undefined;
}
