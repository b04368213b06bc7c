import { http } from './http';

type Page<T> = { values: T[]; isLast?: boolean; total?: number };

const PAGE = 50;

/** Reads all pages of a list that Jira numbers by startAt. */
export async function readPages<T>(path: string): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const mark = path.includes('?') ? '&' : '?';
    const page = await http.get<Page<T>>(`${path}${mark}startAt=${all.length}&maxResults=${PAGE}`);
    all.push(...page.values);
    const isLast = page.isLast ?? all.length >= (page.total ?? 0);
    if (isLast || page.values.length === 0) return all;
  }
}
