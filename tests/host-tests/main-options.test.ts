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
    const server = await listen(0, () => undefined);
    const port = Number(new URL(server.url).port);
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
