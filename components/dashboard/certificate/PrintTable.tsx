import type { ComponentChildren, JSX } from 'preact';

export type PrintRow = { key: string; cells: ComponentChildren[]; isLong?: boolean };

/**
 * A table for paper: what it is for screen readers, a header for each row (its first cell) and for each column. One of
 * names and values needs no headers over them: then `columns` is left out.
 */
export function PrintTable(props: {
  caption: string;
  columns?: string[];
  rows: PrintRow[];
  /** Widths of the columns, as CSS has them. */
  widths: string[];
}): JSX.Element {
  const { columns = [] } = props;
  return (
    <table class="print-table">
      <caption class="visually-hidden">{props.caption}</caption>
      <colgroup>
        {props.widths.map((width, column) => (
          <col key={column} style={{ inlineSize: width }} />
        ))}
      </colgroup>
      {columns.length > 0 && (
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {props.rows.map(({ key, cells: [first, ...rest], isLong }) => (
          <tr key={key} class={isLong ? 'may-break' : undefined}>
            <th scope="row">{first}</th>
            {rest.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
