import { Field, Textarea } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { useState, type ChangeEvent } from 'react';
import { type InputProps } from './input-props';
import { linesToList, listToLines } from './lines';

/** A list of short texts, one in each line. */
export default function LinesInput({
  name,
  label,
  hint,
  labelAction,
  required = false,
  disabled = false,
}: InputProps) {
  const field = useField<string[] | null>(name);
  // The text as typed, because the list has no place for the empty line that is about to be filled.
  const [draft, setDraft] = useState<string | null>(null);
  const stored = listToLines(field.value);
  const isDraftCurrent = draft !== null && listToLines(linesToList(draft)) === stored;
  return (
    <Field.Root name={name} error={field.error} hint={hint} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Textarea
        disabled={disabled}
        value={isDraftCurrent ? draft : stored}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => {
          setDraft(event.target.value);
          field.onChange(name, linesToList(event.target.value));
        }}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
