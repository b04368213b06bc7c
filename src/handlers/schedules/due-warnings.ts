import * as v from 'valibot';
import { lookAtDue } from '../../usecases/order/look-at-due';
import { tellDueWarnings } from '../../usecases/tell-due-warnings';
import { inBackground } from '../edge-background';

/**
 * scheduledTrigger "due-warnings": tells of clocks that come near their end, and looks at gates that
 * time has opened, every five minutes: Forge gives an app one schedule of that interval.
 */
export const handler = inBackground('due-warnings', v.unknown(), async ({ env }) => {
  await lookAtDue(env);
  await tellDueWarnings(env);
});
