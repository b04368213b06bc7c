import { dateFnsLoop } from './date-fns-loop';
import { dayjsBusinessTime } from './dayjs-business-time';
import { luxonLoop } from './luxon-loop';
import { momentBusinessTime } from './moment-business-time';
import { openingHours } from './opening-hours';
import type { Peer } from './peer';
import { workingTimeCalculator } from './working-time-calculator';

/** Everything that the calendar is compared with. */
export const ALL_PEERS: readonly Peer[] = [
  momentBusinessTime,
  dayjsBusinessTime,
  openingHours,
  workingTimeCalculator,
  dateFnsLoop,
  luxonLoop,
];
