import { useState } from 'react';
import './avatar.css';

/**
 * A person's picture, or the initials where there is none or it may not be loaded. Decoration: the
 * name stands beside it.
 */
export function Avatar(props: { name: string; url: string | null }) {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  if (props.url === null || props.url === failedUrl) {
    return (
      <span className="avatar" aria-hidden="true">
        {initialsOf(props.name)}
      </span>
    );
  }
  return <img className="avatar" alt="" src={props.url} onError={() => setFailedUrl(props.url)} />;
}

/** "Ivan Petrov" is "IP"; of a longer name the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => Array.from(word ?? '')[0] ?? '').join('');
}
