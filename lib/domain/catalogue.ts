import type { Grade } from './facts';
import type { Claim, Said } from './guide';

/** Something that Partner Center, its API, the admin center or a platform says when an order or an agreement is stuck. */
export type CatalogueEntry = {
  id: string;
  kind: 'ui' | 'api' | 'symptom';
  /** As shown there, in English; for a symptom a short description. Empty when only the code is known. */
  text: string;
  code?: string;
  http?: number;
  /** Where people meet it, why it comes, what to do. */
  seenAt: Said;
  cause: Said;
  toDo: Said;
  /** Whether it is about the customer's agreement at all. */
  aboutAgreement: boolean;
  /** What the guide is to be asked with, when it can go on from here. */
  claim?: Claim;
  source: string;
  sourceUrl?: string;
  /** Day of the source, `YYYY-MM-DD`. */
  date: string;
  grade: Grade;
};

/** Every known entry. */
export const catalogue: readonly CatalogueEntry[] = [];
