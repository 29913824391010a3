import type { RecordState } from './attestation';

/**
 * How far a customer's acceptance has come, in the words of the field (Partner Center and the marketplaces say
 * Required, Pending, Link expired, Ready to create). `recorded-here` is ours: kept, and not yet asked of Microsoft
 * or the customer. `done` is what a person has said of Microsoft; `withdrawn` is in no other.
 */
export const stages = [
  'required',
  'pending',
  'link-expired',
  'ready-to-create',
  'recorded-here',
  'done',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

/** The stage a record's state belongs to: each state is in exactly one. */
export const stageOf: Record<RecordState, Stage> = {
  recorded: 'recorded-here',
  'link-created': 'pending',
  'direct-acceptance-asked': 'pending',
  'handed-to-provider': 'pending',
  'link-expired': 'link-expired',
  // The third stage that is forgotten: the customer has accepted, the agreement was not yet made of it.
  'customer-accepted': 'ready-to-create',
  'agreement-created': 'done',
  'direct-accepted': 'done',
  verified: 'done',
  // The customer's acceptance is still needed.
  refused: 'required',
  withdrawn: 'withdrawn',
};

/** Stages in which somebody still has something to do. */
export const openStages = [
  'required',
  'pending',
  'link-expired',
  'ready-to-create',
  'recorded-here',
] as const satisfies readonly Stage[];
