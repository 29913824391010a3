import { RequestError } from '@/lib/define-request';
import type { Attestation } from '@/lib/domain/record/attestation';
import { problemsOf } from '@/lib/domain/record/attestation-problems';
import { languagesOf } from '@/lib/domain/record/countries';
import { StoreProblem } from '@/lib/store/problem';
import { keepTrail, type Trail, type TrailKeeper } from '@/lib/store/trail';

/** What answering needs of the world: one keeper of the trail, shared by all who answer, the clock and chance. */
export type RecordTools = {
  keeper: TrailKeeper;
  now: () => Date;
  uuid: () => string;
};

/** The browser's own database, clock and randomness. The database is opened at the first request that needs it. */
export function realTools(): RecordTools {
  const now = () => new Date();
  const uuid = () => crypto.randomUUID();
  return { now, uuid, keeper: keepTrail({ now: () => now().toISOString(), uuid }) };
}

/** The open trail, or a RequestError that says why it cannot be opened. */
export function opened(keeper: TrailKeeper): Promise<Trail> {
  return passOn(keeper.open());
}

/** As `opened`, for whoever only reads: the trail may not be checked yet. */
export function openedToRead(keeper: TrailKeeper): Promise<Trail> {
  return passOn(keeper.openToRead());
}

/** What the store refuses is a problem that the person who asked can be told. */
export async function passOn<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof StoreProblem) throw new RequestError(error.code, error.detail);
    throw error;
  }
}

/** Throws a RequestError `incomplete` for what the form would not let be saved. */
export function refuseBlocked(attestation: Attestation, now: string): void {
  // Warnings are for people: what they need to know of (own domains, earlier records) plays no part here.
  const problems = problemsOf(attestation, {
    now,
    ownDomains: [],
    languagesOf,
    customerRecords: [],
  });
  const blocking = problems.filter(({ severity }) => severity === 'blocks');
  if (blocking.length > 0)
    throw new RequestError('incomplete', blocking.map(({ code }) => code).join(' '));
}

/** When something is written: UTC, and this computer's offset from it in minutes, east positive. */
export function stamp(now: Date): { at: string; offsetMinutes: number } {
  // getTimezoneOffset counts west as positive; a zero must not become a negative zero.
  return { at: now.toISOString(), offsetMinutes: 0 - now.getTimezoneOffset() };
}

/** 64 random hexadecimal digits. */
export function randomSalt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
