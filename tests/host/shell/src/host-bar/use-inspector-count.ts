import { useEffect, useRef, useState } from 'react';
import type { InvocationRecord } from '../../../forge/invocation';
import { http } from '../lib/http';
import { useLoad } from '../lib/use-load';

type Count = { count: number; points: number };

/** Adds up what ran since the page was opened and before; asks only for what is new. */
export function useInspectorCount(): Count {
  const since = useRef(0);
  const [sum, setSum] = useState<Count>({ count: 0, points: 0 });
  const loaded = useLoad(
    'inspector-count',
    () =>
      http.get<{ next: number; items: InvocationRecord[] }>(
        `/host/invocations?since=${since.current}`,
      ),
    (news) => news.type === 'invocation',
  );
  useEffect(() => {
    const news = loaded.data;
    if (!news || news.next <= since.current) return;
    since.current = news.next;
    const calls = news.items.flatMap((item) => item.jiraCalls);
    setSum((before) => ({
      count: before.count + news.items.length,
      points: before.points + calls.reduce((all, call) => all + call.points, 0),
    }));
  }, [loaded.data]);
  return sum;
}
