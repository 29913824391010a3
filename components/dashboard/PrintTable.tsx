import type { ComponentChildren, JSX } from 'preact';

export type PrintRow = { key: string; cells: ComponentChildren[]; isLong?: boolean };

/** A table for paper: what it is for screen readers, a header for each column and each row. The row's first cell names it. */
export function PrintTable(props: {
  caption: string;
  columns: string[];
  rows: PrintRow[];
  /** Widths of the columns, as CSS has them. */
  widths: string[];
}): JSX.Element {
  return (
    <table class="print-table">
      <caption class="visually-hidden">{props.caption}</caption>
      <colgroup>
        {props.widths.map((width, column) => (
          <col key={props.columns[column]} style={{ inlineSize: width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ key, cells: [first, ...rest], isLong }) => (
          <tr key={key} class={isLong ? 'may-break' : undefined}>
            <th scope="row">{first}</th>
            {rest.map((cell, column) => (
              <td key={props.columns[column + 1]} data-label={props.columns[column + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
