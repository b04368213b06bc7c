import type { CommentSighting } from '../../src/core/sla/judge/comment-sightings';
import { instant } from '../../src/core/time';
import type { SightingPort } from '../../src/usecases/ports/sighting-port';

/** Sightings of hidden comments in memory, as their port says they behave. */
export class MemorySightings implements SightingPort {
  readonly #kept = new Map<string, CommentSighting>();

  listSightings: SightingPort['listSightings'] = async (ids) =>
    [...this.#kept.values()].filter(({ issueId }) => ids.includes(issueId));

  saveSightings: SightingPort['saveSightings'] = async (sightings) => {
    for (const each of sightings) {
      const name = `${each.issueId} ${each.record}`;
      const known = this.#kept.get(name) ?? each;
      const hiddenAt = instant(Math.min(known.hiddenAt, each.hiddenAt));
      this.#kept.set(name, {
        ...each,
        hiddenAt,
        publishedAt: known.publishedAt ?? each.publishedAt,
      });
    }
  };
}
