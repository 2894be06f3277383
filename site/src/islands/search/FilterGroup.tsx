import { useState, type ReactNode } from 'react';

interface Props {
  label: string;
  /** Whether it is open at first. */
  isOpen: boolean;
  children: ReactNode;
}

/** A part of the filters that folds. */
export function FilterGroup({ label, isOpen, children }: Props) {
  const [isOpenAtFirst] = useState(isOpen);
  return (
    <details className="filter" open={isOpenAtFirst}>
      <summary>
        {label}
        <svg viewBox="0 0 24 24" width="20" height="20" fill="none" aria-hidden="true">
          <path d="M9 5.5l6.5 6.5L9 18.5" stroke="currentColor" strokeWidth="1.75" />
        </svg>
      </summary>
      {children}
    </details>
  );
}
