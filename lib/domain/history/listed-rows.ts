import * as z from 'zod/mini';

/**
 * Some records in the order of a list, as they stood there at one moment. There may be 100,000: their ids lie end to end. `slots` says
 * where the index had each; that is a hint only, since a worker that starts anew may put them elsewhere.
 */
export type ListedRows = z.infer<typeof listedRowsSchema>;

export const listedRowsSchema = z.strictObject({
  ids: z.string().check(z.regex(/^(?:[\da-f-]{36})*$/i)),
  slots: z.array(z.int().check(z.nonnegative())),
});

/** Most rows that one answer lists: less than a megabyte. */
export const mostListedRows = 20_000;

/** Of every record's id. */
export const idLength = 36;

/** The ids of some rows, each by itself. */
export function idsOf({ ids }: ListedRows): string[] {
  return Array.from({ length: countRows({ ids }) }, (_, place) =>
    ids.slice(place * idLength, (place + 1) * idLength),
  );
}

export function countRows({ ids }: Pick<ListedRows, 'ids'>): number {
  return ids.length / idLength;
}

/** At most so many of the rows from a place on. */
export function rowsFrom({ ids, slots }: ListedRows, place: number, most: number): ListedRows {
  const until = place + most;
  return {
    ids: ids.slice(place * idLength, until * idLength),
    slots: slots.slice(place, until),
  };
}
