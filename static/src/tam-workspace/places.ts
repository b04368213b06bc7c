/** The workspace's own addresses. */
export type Place =
  | { readonly at: 'portfolio' }
  | { readonly at: 'create' }
  | { readonly at: 'project'; readonly id: string };

/** Which place a path means; an unknown one is the portfolio. */
export function placeAt(path: string): Place {
  const id = /^\/projects\/([^/]+)$/.exec(path)?.[1];
  if (id !== undefined) return placeOf(id);
  return path === '/new' ? { at: 'create' } : { at: 'portfolio' };
}

function placeOf(encodedId: string): Place {
  try {
    return { at: 'project', id: decodeURIComponent(encodedId) };
  } catch {
    return { at: 'portfolio' };
  }
}

/** The path of a place, as `placeAt` reads it. */
export function pathTo(place: Place): string {
  switch (place.at) {
    case 'portfolio':
      return '/';
    case 'create':
      return '/new';
    case 'project':
      return `/projects/${encodeURIComponent(place.id)}`;
  }
}
