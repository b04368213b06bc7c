import { inTime } from '../../src/handlers/in-time';

const never = new Promise<string>(() => undefined);

describe('inTime', () => {
  it('answers what the work answers', async () => {
    expect(await inTime(60_000, Promise.resolve('done'), 'late')).toBe('done');
  });

  it('answers "late" when the work does not end', async () => {
    expect(await inTime(1, never, 'late')).toBe('late');
  });

  it('hands on an error that comes in time', async () => {
    await expect(inTime(60_000, Promise.reject(new Error('no')), 'late')).rejects.toThrow('no');
  });
});
