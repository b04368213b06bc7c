import { showProblem } from '../lib/flags';
import type { Switches } from '../lib/host-types';
import { http } from '../lib/http';
import { useLoad } from '../lib/use-load';
import { Popover } from './popover';
import { RateLimitForm } from './rate-limit-form';

type NumberSwitch = Exclude<keyof Switches, 'rateLimitNext'>;
type SwitchRow = { key: NumberSwitch; label: string; unit: number; max: number };

const SWITCHES: SwitchRow[] = [
  { key: 'indexLagMs', label: 'Search lag (ms)', unit: 1, max: 600_000 },
  { key: 'eventDelayMs', label: 'Event delay (ms)', unit: 1, max: 600_000 },
  { key: 'duplicateEvents', label: 'Duplicate events (%)', unit: 100, max: 100 },
  { key: 'reorderEvents', label: 'Reordered events (%)', unit: 100, max: 100 },
  { key: 'loseEvents', label: 'Lost events (%)', unit: 100, max: 100 },
];

/** How badly Jira behaves: late, twice, out of order, not at all, 429. */
export function EventSwitches() {
  const loaded = useLoad('switches', () => http.get<Switches>('/host/switches'));
  const switches = loaded.data;
  const save = async (change: Partial<Switches>) => {
    try {
      await http.post('/host/switches', change);
      await loaded.reload();
    } catch (problem) {
      showProblem("The switch wasn't changed", problem);
    }
  };
  const isBad = SWITCHES.some(({ key }) => key !== 'indexLagMs' && (switches?.[key] ?? 0) > 0);
  return (
    <Popover label={isBad ? 'Events: disturbed' : 'Events'}>
      {SWITCHES.map(({ key, label, unit, max }) => (
        <label key={key} className="host-switch">
          {label}
          <input
            type="number"
            min={0}
            max={max}
            key={switches?.[key]}
            defaultValue={Math.round((switches?.[key] ?? 0) * unit)}
            onBlur={(event) => {
              const value = Number(event.target.value) / unit;
              if (value !== switches?.[key]) void save({ [key]: value });
            }}
          />
        </label>
      ))}
      <RateLimitForm onStart={(count) => void save({ rateLimitNext: count })} />
    </Popover>
  );
}
