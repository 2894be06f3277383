import { Typography } from '@strapi/design-system';
import { TYPE_VIEWS } from '../views/all-views';
import { enumerationLabel } from '../views/enumeration-labels';

/** Names of Strapi's hooks; it does not export them. */
export const EDIT_LAYOUT_HOOK = 'Admin/CM/pages/EditView/mutate-edit-view-layout';
export const LIST_COLUMNS_HOOK = 'Admin/CM/pages/ListView/inject-column-in-table';
export const LIST_FILTERS_HOOK = 'Admin/CM/pages/ListView/inject-in-filters';

interface Field {
  name: string;
}

interface EditLayoutArguments {
  layout: { layout: Field[][][] };
}

interface Column {
  name: string;
  attribute?: { type: string };
  cellFormatter?: unknown;
}

interface ListColumnsArguments {
  displayedHeaders: Column[];
}

interface Filter {
  name: string;
  type: string;
  options?: { label?: string; value: string }[];
}

interface ListFiltersArguments {
  displayedFilters: Filter[];
}

/** Shows each group of a form as a box of its own. */
export function splitIntoGroups<T extends EditLayoutArguments>(argument: T): T {
  const rows = argument.layout.layout.flat();
  const names = new Set(rows.flat().map(({ name }) => name));
  const view = TYPE_VIEWS.find((candidate) => {
    const fields = Object.keys(candidate.fields);
    return fields.length === names.size && fields.every((field) => names.has(field));
  });
  if (view === undefined) return argument;

  const starts = new Set(view.groups.map((group) => group[0]?.[0]?.[0]));
  const panels: Field[][][] = [];
  for (const row of rows) {
    const current = panels.at(-1);
    if (current === undefined || starts.has(row[0]?.name)) panels.push([row]);
    else current.push(row);
  }
  return { ...argument, layout: { ...argument.layout, layout: panels } };
}

/** Shows values of enumerations in German in the lists. */
export function labelColumns<T extends ListColumnsArguments>(argument: T): T {
  const displayedHeaders = argument.displayedHeaders.map((column) =>
    column.attribute?.type === 'enumeration' ? { ...column, cellFormatter: formatCell } : column,
  );
  return { ...argument, displayedHeaders };
}

/** Shows values of enumerations in German in the filters of the lists. */
export function labelFilters<T extends ListFiltersArguments>(argument: T): T {
  const displayedFilters = argument.displayedFilters.map((filter) => {
    if (filter.type !== 'enumeration' || filter.name === '__status') return filter;
    const options = filter.options?.map(({ value }) => ({
      value,
      label: enumerationLabel(filter.name, value),
    }));
    return { ...filter, options };
  });
  return { ...argument, displayedFilters };
}

function formatCell(row: Record<string, unknown>, { name }: { name: string }) {
  const value = row[name];
  return (
    <Typography textColor="neutral800">
      {typeof value === 'string' ? enumerationLabel(name, value) : '–'}
    </Typography>
  );
}
