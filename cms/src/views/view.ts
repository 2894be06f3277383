/** A field in a row of a form: its name and its width in twelfths. */
type FormField = readonly [name: string, width: 3 | 4 | 6 | 8 | 12];

type FormRow = readonly FormField[];

/** Label and, below the input, help. */
type FieldText = readonly [label: string, help?: string];

/** How the admin panel shows a content type or component. */
export interface View {
  uid: string;
  /** Field that stands for an entry in headings and relations. */
  mainField: string;
  /** Rows of the form in groups; each group is a box of its own. A component has one group. */
  groups: readonly (readonly FormRow[])[];
  fields: Readonly<Record<string, FieldText>>;
  /** Fields that the CMS fills in. */
  readOnly?: readonly string[];
}

/** A view with a list of entries. */
export interface TypeView extends View {
  list: readonly string[];
  /** Labels of columns that are shorter than those in the form; 880 pixels hold all columns. */
  columns?: Readonly<Record<string, string>>;
  sortBy: string;
  sortOrder: 'ASC' | 'DESC';
}
