import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { enumerationLabel } from '../../views/enumeration-labels';
import { type InputProps } from './input-props';

interface EnumerationProps extends InputProps {
  attribute: { enum: string[] };
}

/** A choice from a closed list, in German words. */
export function EnumerationInput({
  name,
  label,
  hint,
  labelAction,
  required = false,
  disabled = false,
  attribute,
}: EnumerationProps) {
  const field = useField<string | null>(name);
  return (
    <Field.Root name={name} error={field.error} hint={hint} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <SingleSelect
        disabled={disabled}
        placeholder="Bitte wählen"
        value={field.value ?? ''}
        onChange={(value) => field.onChange(name, String(value))}
        {...(required ? {} : { onClear: () => field.onChange(name, null) })}
      >
        {attribute.enum.map((value) => (
          <SingleSelectOption key={value} value={value}>
            {enumerationLabel(name, value)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
