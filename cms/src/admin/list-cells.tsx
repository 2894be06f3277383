import { Tooltip, Typography } from '@strapi/design-system';
import { type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { enumerationLabel } from '../views/enumeration-labels';

/** A column of a list, as Strapi hands it to hooks. */
export interface Column {
  name: string;
  attribute?: { type: string; relation?: string };
  /** Field that stands for the target of a relation. */
  mainField?: { name: string };
  cellFormatter?: unknown;
}

type Row = Record<string, unknown>;
type CellFormatter = (row: Row, column: Column) => ReactNode;

/** Fields that name an entry; their cell is the link to it. */
const TITLE_FIELDS: readonly string[] = ['title', 'name'];

const TITLE_WIDTH = '20rem';
const TEXT_WIDTH = '14rem';

const DAY = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short' });

/** How a column shows its values; undefined leaves it to Strapi. */
export function formatterOf({ name, attribute }: Column): CellFormatter | undefined {
  if (TITLE_FIELDS.includes(name)) return titleCell;
  switch (attribute?.type) {
    case 'enumeration':
      return cell((value) => enumerationLabel(name, value));
    case 'date':
      return cell((value) => DAY.format(new Date(value)));
    case 'datetime':
      return cell((value) => MOMENT.format(new Date(value)));
    case 'string':
      return cell((value) => value);
    case 'relation':
      return attribute.relation?.endsWith('ToOne') === true ? relationCell : undefined;
    default:
      return undefined;
  }
}

function titleCell(row: Row, { name }: Column): ReactNode {
  const value = row[name];
  const title = typeof value === 'string' && value !== '' ? value : '–';
  return (
    <Tooltip label={title}>
      <Typography
        tag={Link}
        to={String(row['documentId'])}
        // The row has a click of its own, which would open the entry a second time.
        onClick={(event: { stopPropagation: () => void }) => event.stopPropagation()}
        maxWidth={TITLE_WIDTH}
        ellipsis
        textColor="neutral800"
      >
        {title}
      </Typography>
    </Tooltip>
  );
}

function cell(format: (value: string) => string): CellFormatter {
  return (row, { name }) => {
    const value = row[name];
    return text(typeof value === 'string' && value !== '' ? format(value) : '–');
  };
}

function relationCell(row: Row, { name, mainField }: Column): ReactNode {
  // Strapi calls the column of a relation by both names: `organisation.name`.
  const target = row[name.split('.')[0] ?? name] as Row | null | undefined;
  const label = target?.[mainField?.name ?? 'name'];
  return text(typeof label === 'string' ? label : '–');
}

function text(label: string): ReactNode {
  return (
    <Typography maxWidth={TEXT_WIDTH} ellipsis textColor="neutral800" title={label}>
      {label}
    </Typography>
  );
}
