import { canonicalJson } from '../trail/canonical-json';
import type { TrailPerson } from '../trail/trail';
import { digestOfLine, hashOfLine } from '../trail/trail-chain';
import { type BundleItem, type ItemName, itemSchemas, longestLineBytes } from './bundle-items';
import type { BundleProblem } from './bundle-problem';

type LineProblem = Omit<BundleProblem, 'line'>;

/**
 * What a line holds: its bytes must be exactly the canonical text of one item, with a comma unless it is the end, and
 * an event and a person must have their own hash. That is looked at before the form: what has a changed form was changed.
 */
export function itemIn(
  bytes: Uint8Array,
): { item: BundleItem; problem?: undefined } | { item?: undefined; problem: LineProblem } {
  const parsed = parse(bytes);
  if (!parsed) return { problem: { code: 'layout', column: 1 } };
  const { text, value } = parsed;
  const name = itemName(value);
  const column = firstDifference(text, canonicalOf(value) + (name === 'end' ? '' : ','));
  if (column > 0) return { problem: { code: 'layout', column } };
  if (!name) return { problem: { code: 'malformed' } };
  const held = (value as Record<string, unknown>)[name];
  // What stands between the one key and the end is the canonical text of what is held.
  const own = text.slice(name.length + 4, name === 'end' ? -1 : -2);
  if (name === 'event' && !isHashed(held, own))
    return { problem: { code: 'changed', ...placeOf(held) } };
  if (name === 'person' && !isDigested(held, own)) return { problem: { code: 'person-changed' } };
  const checked = itemSchemas[name].safeParse(held);
  return checked.success
    ? { item: { [name]: checked.data } as BundleItem }
    : { problem: { code: 'malformed', ...placeOf(held) } };
}

/** What a first line says it is; empty for anything that is not one of ours. */
export function topIn(bytes: Uint8Array): { format?: unknown; version?: unknown } {
  const value = parse(bytes)?.value;
  if (typeof value !== 'object' || value === null || !('top' in value)) return {};
  const { top } = value;
  return typeof top === 'object' && top !== null ? top : {};
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function parse(bytes: Uint8Array): { text: string; value: unknown } | undefined {
  if (bytes.length > longestLineBytes) return undefined;
  try {
    const text = utf8.decode(bytes);
    return { text, value: JSON.parse(text.endsWith(',') ? text.slice(0, -1) : text) };
  } catch {
    // No UTF-8 or no JSON: whatever it was, it is not what was written.
    return undefined;
  }
}

/** Empty for what has no canonical text. */
function canonicalOf(value: unknown): string {
  try {
    return canonicalJson(value);
  } catch (error) {
    // Half characters cannot be written, and what is nested without end cannot be walked.
    if (error instanceof TypeError || error instanceof RangeError) return '';
    throw error;
  }
}

/** Counted from 1; 0 when there is none. */
function firstDifference(text: string, wanted: string): number {
  if (text === wanted) return 0;
  let at = 0;
  while (at < wanted.length && text[at] === wanted[at]) at += 1;
  return at + 1;
}

function itemName(value: unknown): ItemName | undefined {
  if (!isObject(value)) return undefined;
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return undefined;
  return Object.hasOwn(itemSchemas, name) ? (name as ItemName) : undefined;
}

function isHashed(event: unknown, text: string): boolean {
  if (!isObject(event) || typeof event.hash !== 'string') return false;
  return event.hash === hashOfLine(text, event.hash);
}

function isDigested(person: unknown, text: string): boolean {
  if (!isObject(person) || typeof person.digest !== 'string') return false;
  return person.digest === digestOfLine(text, person as TrailPerson);
}

function placeOf(event: unknown): { writer?: string; sequence?: number } {
  if (!isObject(event)) return {};
  const { writer, sequence } = event;
  return {
    ...(typeof writer === 'string' && { writer }),
    ...(typeof sequence === 'number' && { sequence }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
