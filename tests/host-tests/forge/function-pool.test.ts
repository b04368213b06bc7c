import { createFunctionPool } from '../../host/forge/runtime/function-pool';

describe('a stopped pool of function processes', () => {
  it('starts no process for an event that comes late', async () => {
    const pool = createFunctionPool('/nowhere');
    await pool.stop();
    const late = { requestId: 'late', lambdaEvent: {}, memoryMb: 256, timeoutMs: 1_000 };
    await expect(pool.run(late)).resolves.toMatchObject({
      result: { success: false, error: { errorType: 'HOST_STOPPED' } },
    });
  });
});
