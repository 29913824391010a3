import type { AttestationRecord } from '@/lib/domain/record';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail';
import { listRecords, readTrail } from '@/lib/requests';
import type { Words } from '@/lib/words';
import { download } from './download';
import { localDay } from './local-day';
import type { HistoryFilters } from './route';

/** Download the records that fit as a table, in the order of the list. Answers with the file's name. */
export async function exportTable(
  filters: Omit<HistoryFilters, 'page'>,
  words: Words,
  now: Date,
): Promise<string> {
  const records = await recordsThatFit(filters);
  const name = `countersign-records-${localDay(now)}.csv`;
  download(name, 'text/csv;charset=utf-8', [JSON.stringify(records) + words.language]);
  return name;
}

/** Download every event and person as a file that can be imported again. Answers with the file's name. */
export async function exportEverything(now: Date): Promise<string> {
  const trail = await wholeTrail();
  const name = `countersign-everything-${localDay(now)}.json`;
  download(name, 'application/json', [JSON.stringify(trail)]);
  return name;
}

async function recordsThatFit({
  text,
  scenario,
  state,
  from,
  until,
}: Omit<HistoryFilters, 'page'>): Promise<AttestationRecord[]> {
  const narrowing = { text, scenario, state, from, until };
  const found = new Map<string, AttestationRecord>();
  for (let offset = 0; ; offset += pageSize) {
    const { records, total } = await listRecords.ask({ ...narrowing, offset, limit: pageSize });
    // A record that is saved meanwhile pushes others to the next page: each is taken once.
    for (const record of records) found.set(record.recordId, record);
    if (records.length === 0 || offset + pageSize >= total) return [...found.values()];
  }
}

async function wholeTrail(): Promise<{ events: TrailEvent[]; people: TrailPerson[] }> {
  const events: TrailEvent[] = [];
  const people = new Map<string, TrailPerson>();
  let after: [string, number] | undefined;
  for (;;) {
    const slice = await readTrail.ask({ ...(after && { after }), limit: 1_000 });
    events.push(...slice.events);
    for (const person of slice.people) people.set(person.digest, person);
    const end = slice.events.at(-1);
    if (slice.last || end === undefined) return { events, people: [...people.values()] };
    after = [end.writer, end.sequence];
  }
}

const pageSize = 500;
