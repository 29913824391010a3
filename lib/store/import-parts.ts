import { nameDigest } from '@/lib/domain/record/evidence';
import { canonicalJson } from '@/lib/domain/trail/canonical-json';
import { signerOf, type TrailEvent, type TrailPerson } from '@/lib/domain/trail/trail';
import { byWriter, digestOfLine, firstBreak, hashOfLine } from '@/lib/domain/trail/trail-chain';
import type { StagedPart, StagedRow } from './database';
import { type PartToMerge, refused } from './import-merge';
import { StoreProblem } from './problem';

/** A part as it waits. Throws a StoreProblem when something is wrong with it in itself: links, hashes, people, names of files. */
export function checkedRow({ events, people, ...part }: StagedPart): StagedRow {
  const lines = new Map(events.map((event) => [event, canonicalJson(event)]));
  const hash = (event: TrailEvent) => hashOfLine(lines.get(event) ?? '', event.hash);
  for (const [writer, chain] of byWriter(events)) {
    const first = chain[0]!;
    const after = { sequence: first.sequence - 1, hash: first.previousHash };
    const found = firstBreak(chain, { writer, after, hash });
    if (found) throw refused(found);
  }
  const named = new Map<string, TrailEvent>();
  for (const event of events) {
    const signer = signerOf(event);
    if (signer) named.set(signer, event);
    if (event.kind === 'attached') named.set(event.file.fileId, event);
  }
  const peopleLines = people.map(canonicalJson);
  refuseOthers(named, people, peopleLines);
  for (const { fileId, name, salt } of part.files) {
    const event = named.get(fileId);
    if (event?.kind !== 'attached') throw new StoreProblem('import-file-stray', fileId);
    if (nameDigest(name, salt) !== event.file.nameDigest)
      throw new StoreProblem('import-file-changed', `${event.writer}/${event.sequence}`);
  }
  return { ...part, lines: [...lines.values()], peopleLines };
}

/** People whom no event names, or who are not those that it names. */
function refuseOthers(
  named: ReadonlyMap<string, TrailEvent>,
  people: readonly TrailPerson[],
  lines: readonly string[],
): void {
  const seen = new Set<string>();
  for (const [place, person] of people.entries()) {
    const { digest } = person;
    const event = named.get(digest);
    const at = { writer: event?.writer ?? '', sequence: event?.sequence ?? 0 };
    if (!event || seen.has(digest)) throw refused({ code: 'person-stray', ...at });
    if (digestOfLine(lines[place]!, person) !== digest)
      throw refused({ code: 'person-changed', ...at });
    seen.add(digest);
  }
}

/** A part that has waited; its lines go to their rows as they are. */
export function partOf({ lines, peopleLines, ...part }: StagedRow): PartToMerge {
  const known = new Map<object, string>();
  const parsed = <Item extends object>(line: string): Item => {
    const item: Item = JSON.parse(line);
    known.set(item, line);
    return item;
  };
  const events = lines.map((line) => parsed<TrailEvent>(line));
  const people = peopleLines.map((line) => parsed<TrailPerson>(line));
  return { ...part, events, people, lineOf: (item) => known.get(item) ?? canonicalJson(item) };
}
