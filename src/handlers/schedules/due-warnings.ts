import * as v from 'valibot';
import { tellDueWarnings } from '../../usecases/tell-due-warnings';
import { inBackground } from '../edge-background';

/** scheduledTrigger "due-warnings": tells of clocks that come near their end, every five minutes. */
export const handler = inBackground('due-warnings', v.unknown(), ({ env }) => tellDueWarnings(env));
