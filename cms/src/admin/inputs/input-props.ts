import { type ReactNode } from 'react';

/** What the edit view hands to an input. */
export interface InputProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}
