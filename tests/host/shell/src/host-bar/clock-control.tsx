import { type FormEvent, useEffect, useState } from 'react';
import { exactTime } from '../lib/dates';
import { showProblem } from '../lib/flags';
import { http } from '../lib/http';
import { useSession } from '../lib/session';
import { Popover } from './popover';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const TICK_MS = 5_000;

function useTicking(): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => setTick((before) => before + 1), TICK_MS);
    return () => window.clearInterval(timer);
  }, []);
}

async function move(change: object): Promise<void> {
  try {
    await http.post('/host/clock', change);
  } catch (problem) {
    showProblem("The clock wasn't moved", problem);
  }
}

export function ClockControl() {
  const { session, now } = useSession();
  const [wanted, setWanted] = useState('');
  useTicking();
  const set = (event: FormEvent) => {
    event.preventDefault();
    void move({ moveTo: new Date(wanted).toISOString() });
  };
  const shifted = Math.abs(session.offsetMs) > 1_000 ? ' (moved)' : '';
  return (
    <Popover label={`Clock: ${exactTime(now(), session.locale)}${shifted}`}>
      <div className="host-row">
        <button type="button" onClick={() => void move({ moveByMs: HOUR_MS })}>
          +1 hour
        </button>
        <button type="button" onClick={() => void move({ moveByMs: DAY_MS })}>
          +1 day
        </button>
        <button type="button" onClick={() => void move({ reset: true })}>
          Reset clock
        </button>
      </div>
      <form className="host-row" onSubmit={set}>
        <label>
          Move to{' '}
          <input
            type="datetime-local"
            required
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </label>
        <button type="submit">Set clock</button>
      </form>
    </Popover>
  );
}
