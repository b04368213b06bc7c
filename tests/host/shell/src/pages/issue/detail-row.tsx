import type { ReactNode } from 'react';

type DetailRowProps = { name: string; children: ReactNode };

export function DetailRow({ name, children }: DetailRowProps) {
  return (
    <div className="detail-row">
      <span className="detail-name">{name}</span>
      <span className="detail-value">{children}</span>
    </div>
  );
}
