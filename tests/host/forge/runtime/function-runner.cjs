/**
 * One warm function process: takes an event, calls the bundle's `main`, answers. The host sends
 * one event at a time, as Lambda does. `ended` on stdout comes after the invocation's last log
 * line, so the host knows that it has read them all.
 *
 * node function-runner.cjs <folder of the bundle>
 */
const { join } = require('node:path');

const realNow = Date.now;

process.on('message', async ({ requestId, lambdaEvent, deadline }) => {
  const { main } = require(join(process.argv[2], '__forge__.cjs'));
  const result = await main(lambdaEvent, {
    awsRequestId: requestId,
    getRemainingTimeInMillis: () => deadline - realNow(),
  });
  process.stdout.write(`${JSON.stringify({ ended: requestId })}\n`);
  process.send({ requestId, result, usedMb: Math.round(process.memoryUsage.rss() / 1024 / 1024) });
});

process.on('disconnect', () => process.exit(0));
