import * as v from 'valibot';
import { doWhatIsDue } from '../../usecases/do-what-is-due';
import { inBackground } from '../edge-background';

/**
 * scheduledTrigger "due-warnings": tells of clocks that come near their end, and looks at gates that
 * time has opened, every five minutes: Forge gives an app one schedule of that interval.
 */
export const handler = inBackground('due-warnings', v.unknown(), ({ env }) => doWhatIsDue(env));
