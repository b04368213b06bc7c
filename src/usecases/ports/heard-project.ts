/**
 * The project property that the filter of the triggers in manifest.yml reads:
 * `event.runtime.project.properties['tam'].heard`.
 */
export const HEARD = { key: 'tam', path: 'heard' } as const;

/** A Jira project, and whether its events reach the app. */
export type HeardProject = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly isHeard: boolean;
};
