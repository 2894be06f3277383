import { TYPE_VIEWS } from '../views/all-views';
import { enumerationLabel } from '../views/enumeration-labels';
import { type Column, formatterOf } from './list-cells';

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

/** Shows the columns of the lists in German, and so narrow that all of them fit on a small screen. */
export function labelColumns<T extends ListColumnsArguments>(argument: T): T {
  const displayedHeaders = argument.displayedHeaders.map((column) => {
    const cellFormatter = formatterOf(column);
    return cellFormatter === undefined ? column : { ...column, cellFormatter };
  });
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
