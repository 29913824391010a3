import * as z from 'zod/mini';
import { canonicalJson } from './canonical-json';
import { sha256 } from './sha256';
import { type TrailEvent, type TrailPerson, trailEventSchema, trailPersonSchema } from './trail';
import { type TrailProblem, trailProblem, type WriterHead } from './trail-merge';

// The file that carries a whole trail: JSON, one event or person a line, so that it can be written as a
// stream and two of them can be compared. Version 1 of its layout never changes.

const formatName = 'countersign-trail' as const;
const version = 1 as const;

/** The largest file that is read: more cannot be handed to the background in one piece. */
export const maxBundleBytes = 50 * 1024 * 1024;

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const headSchema = z.strictObject({ writer: z.uuid(), sequence: z.int(), hash });

const bundleSchema = z.strictObject({
  format: z.literal(formatName),
  version: z.literal(version),
  /** Name and version of what wrote it. */
  product: z.string(),
  exportedAt: z.iso.datetime(),
  events: z.array(trailEventSchema),
  people: z.array(trailPersonSchema),
  /** Where each chain ends: a cut tail shows. */
  heads: z.array(headSchema),
  /** Hash over all that no chain and no digest covers. */
  seal: hash,
});
/** A whole trail as a file holds it. */
export type Bundle = z.infer<typeof bundleSchema>;

/**
 * Why a file is refused: `not-json` it is no such text · `truncated` it begins as one of ours and does not end as
 * one · `not-ours` it is something else · `newer` a newer version wrote it · `malformed` something in it has the wrong
 * form · `seal-broken` what stands around the events was changed · or a TrailProblem with its place.
 */
export type BundleProblem =
  | {
      code: 'not-json' | 'truncated' | 'not-ours' | 'newer' | 'malformed' | 'seal-broken';
      detail: string;
    }
  | (TrailProblem & { detail: string });

/** A part of the trail, in order of writer and sequence, with the people its events name. */
export type BundleSlice = { events: readonly TrailEvent[]; people: readonly TrailPerson[] };

/**
 * The text of a bundle in pieces, as the trail is read. `product` and `exportedAt` (ISO 8601, UTC) say where it comes from.
 */
export async function* writeBundle(
  about: { product: string; exportedAt: string },
  slices: AsyncIterable<BundleSlice> | Iterable<BundleSlice>,
): AsyncGenerator<string> {
  const { product, exportedAt } = about;
  const top = { format: formatName, version, product, exportedAt } as const;
  const heads = new Map<string, WriterHead>();
  const people: TrailPerson[] = [];

  let separator = '';
  yield `${JSON.stringify(top).slice(0, -1)},"events":[`;
  for await (const slice of slices) {
    for (const event of slice.events) {
      const { writer, sequence, hash } = event;
      heads.set(writer, { writer, sequence, hash });
    }
    people.push(...slice.people);
    yield slice.events.map((event) => `${nextSeparator()}${canonicalJson(event)}`).join('');
  }
  yield '\n],"people":[';
  separator = '';
  yield people.map((person) => `${nextSeparator()}${canonicalJson(person)}`).join('');

  const ends = [...heads.values()];
  const seal = await sealOf({ ...top, heads: ends, people });
  yield `\n],"heads":${canonicalJson(ends)},"seal":"${seal}"}\n`;

  function nextSeparator(): string {
    const now = separator;
    separator = ',\n';
    return now || '\n';
  }
}

/** Read a file's text. All of it is checked, down to every hash: a bundle that is answered is whole. */
export async function readBundle(
  text: string,
): Promise<{ bundle: Bundle; problem?: undefined } | { problem: BundleProblem }> {
  const parsed = parseJson(text);
  if ('problem' in parsed) return parsed;
  const top = topSchema.safeParse(parsed.value).data;
  if (!top) return { problem: { code: 'not-ours', detail: '' } };
  if (top.version > version)
    return { problem: { code: 'newer', detail: `version ${top.version}` } };

  const checked = bundleSchema.safeParse(parsed.value);
  if (!checked.success) {
    const place = checked.error.issues[0]?.path.join('.') ?? '';
    return { problem: { code: 'malformed', detail: place } };
  }
  const bundle = checked.data;
  const found = await trailProblem(bundle.events, bundle.people, bundle.heads);
  if (found) return { problem: { ...found, detail: `${found.writer}/${found.sequence}` } };
  if ((await sealOf(bundle)) !== bundle.seal)
    return { problem: { code: 'seal-broken', detail: '' } };
  return { bundle };
}

const topSchema = z.object({ format: z.literal(formatName), version: z.number() });

function parseJson(text: string): { value: unknown } | { problem: BundleProblem } {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    const detail = String(error);
    const began = text.startsWith(`{"format":"${formatName}"`);
    const ended = /"\}\s*$/.test(text.slice(-20));
    return { problem: { code: began && !ended ? 'truncated' : 'not-json', detail } };
  }
}

/** Digests stand for the people: each covers its person's data. */
function sealOf(bundle: Omit<Bundle, 'seal' | 'events'>): string {
  const { format, version, product, exportedAt, heads, people } = bundle;
  const digests = people.map(({ digest }) => digest);
  return sha256(canonicalJson({ format, version, product, exportedAt, heads, people: digests }));
}
