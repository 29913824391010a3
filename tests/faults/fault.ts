import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test as base } from '../browser/fixtures.ts';
import { sampleAttestation } from '../browser/sample-attestation.ts';

/** How often each fault is made. */
export const times = Number(process.env.COUNTERSIGN_FAULT_TIMES ?? 20);

/** What came of one fault, counted by outcome: `{ whole: 12, 'not at all': 8 }`. */
export type Outcomes = Record<string, number>;

const folder = resolve(import.meta.dirname, '../../.demo');
const file = resolve(folder, 'faults.json');

/**
 * Make a fault `times` times and count what came of it. `once` answers with the outcome's name, and throws
 * when something was lost or half done: then the whole test fails.
 */
export async function countFaults(
  name: string,
  once: (round: number) => Promise<string>,
): Promise<Outcomes> {
  const outcomes: Outcomes = {};
  for (let round = 0; round < times; round++) {
    const outcome = await once(round);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  const all = { ...readCounts(), [name]: { times, outcomes } };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(all, undefined, 2)}\n`);
  console.log(`${name}: ${JSON.stringify(outcomes)}`);
  return outcomes;
}

function readCounts(): Record<string, { times: number; outcomes: Outcomes }> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** The answer to one request, or its problem's code. */
export type Reply = { value?: unknown; problem?: string };

/** Ask the background from one of our own pages. `{ problem: 'unreachable' }` when it died before it answered. */
export function ask(page: Page, name: string, question?: unknown): Promise<Reply> {
  return page.evaluate(
    async (request) => {
      try {
        return await chrome.runtime.sendMessage(request);
      } catch {
        return { problem: 'unreachable' };
      }
    },
    { name, question },
  );
}

export async function answerOf<Value>(
  page: Page,
  name: string,
  question?: unknown,
): Promise<Value> {
  const reply = await ask(page, name, question);
  if (reply?.problem !== undefined) throw new Error(`${name}: ${JSON.stringify(reply)}`);
  return reply?.value as Value;
}

/** A complete form of a customer that no other has the name of. */
export function formOf(companyName: string) {
  return {
    ...sampleAttestation,
    companyName,
    customerTenantId: '',
    acceptedHow: 'signed-document',
    evidenceNote: 'Signed PDF, mail of 20 November',
  };
}

export type Draft = { draftId: string; attemptId: string; fields: ReturnType<typeof formOf> };

/** A draft that is kept: what a person has typed before saving. */
export async function keepDraft(
  page: Page,
  companyName: string,
  fields: Partial<Draft['fields']> = {},
): Promise<Draft> {
  const now = new Date().toISOString();
  const draft = {
    draftId: crypto.randomUUID(),
    attemptId: crypto.randomUUID(),
    place: 'manual',
    startedAt: now,
    changedAt: now,
    fields: { ...formOf(companyName), ...fields },
    touched: [],
  };
  await answerOf(page, 'keepDraft', draft);
  return draft;
}

export function saving({ draftId, attemptId, fields }: Draft) {
  return { attemptId, draftId, attestation: fields, reason: '' };
}

type Listed = { records: { recordId: string; current: { companyName: string } }[]; all: number };

/** How many records and drafts there are of a customer's name. */
export async function countOf(page: Page, companyName: string) {
  const { records } = await answerOf<Listed>(page, 'listRecords', {
    text: companyName,
    limit: 500,
  });
  const drafts = await answerOf<Draft[]>(page, 'listDrafts');
  const isTheirs = (name: string) => name === companyName;
  return {
    records: records.filter(({ current }) => isTheirs(current.companyName)).length,
    drafts: drafts.filter(({ fields }) => isTheirs(fields.companyName)).length,
  };
}

/** Throws unless the trail is whole. */
export async function expectWhole(page: Page): Promise<void> {
  const report = await answerOf<{ problem?: unknown }>(page, 'checkTrail');
  expect(report.problem, 'the trail').toBeUndefined();
}

/** The same numbers in every run, so that a round that failed can be made again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

export { expect } from '@playwright/test';
export const test = base;
