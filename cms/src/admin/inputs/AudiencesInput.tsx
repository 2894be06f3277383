import { Checkbox, Field, Flex } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { type InputProps } from './input-props';

const AUDIENCES = [
  ['companies', 'Unternehmen'],
  ['education', 'Bildungseinrichtungen'],
  ['public', 'Kommunale und öffentliche Einrichtungen'],
  ['associations', 'Vereine und Verbände'],
  ['nonprofits', 'Gemeinnützige Einrichtungen'],
] as const;

/** Whom a listing is for: one box for each audience. */
export default function AudiencesInput({
  name,
  label,
  hint,
  labelAction,
  required = false,
  disabled = false,
}: InputProps) {
  const field = useField<string[] | null>(name);
  const chosen = field.value ?? [];
  const toggle = (audience: string, isChosen: boolean) =>
    field.onChange(
      name,
      AUDIENCES.map(([key]) => key).filter((key) =>
        key === audience ? isChosen : chosen.includes(key),
      ),
    );
  return (
    <Field.Root name={name} error={field.error} hint={hint} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Flex direction="column" alignItems="start" gap={2} role="group" aria-label={label}>
        {AUDIENCES.map(([key, text]) => (
          <Checkbox
            key={key}
            checked={chosen.includes(key)}
            disabled={disabled}
            onCheckedChange={(isChosen) => toggle(key, isChosen === true)}
          >
            {text}
          </Checkbox>
        ))}
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
