import type { Grade, Source } from '../guide/facts';
import type { Claim, Said } from '../guide/guide';
import { entryData } from './catalogue-entries';

/** Where people meet an entry. */
export type SeenAt =
  | 'admin-center'
  | 'order'
  | 'cart'
  | 'create-agreement'
  | 'create-customer'
  | 'customer'
  | 'api'
  | 'sign-in'
  | 'partner-center-form'
  | 'platform';

/** Something that Partner Center, its API, the admin center or a platform says when an order or an agreement is stuck. */
export type CatalogueEntry = {
  id: EntryId;
  kind: 'ui' | 'api' | 'symptom';
  /** As shown there, in English, with Microsoft's placeholders; for a symptom a short description. */
  text: string;
  /** The text only describes it: nobody has shown Microsoft's own words. */
  isDescription?: boolean;
  code?: string;
  http?: number;
  title: Said;
  seenAt: Said;
  cause: Said;
  toDo: Said;
  /** Whether it is about the customer's agreement at all. */
  aboutAgreement: boolean;
  /** What the guide is to be asked with, when it can go on from here. */
  claim?: Claim;
  source: Source;
  sourceUrl?: string;
  /** Day of the source, `YYYY-MM-DD`. */
  date: string;
  grade: Grade;
  /** Other words by which people look for it. */
  alsoSaid: readonly string[];
};

export type EntryId = (typeof entryData)[number]['id'];

/** Every known entry. */
export const catalogue: readonly CatalogueEntry[] = entryData.map((data) => {
  const {
    seenAt,
    alsoSaid = [],
    aboutAgreement = false,
    ...rest
  }: EntryData & { id: EntryId } = data;
  return {
    ...rest,
    aboutAgreement,
    alsoSaid,
    title: { key: `catalogue.${data.id}.title` },
    cause: { key: `catalogue.${data.id}.cause` },
    toDo: { key: `catalogue.${data.id}.toDo` },
    seenAt: { key: `catalogue.seenAt.${seenAt}` },
  };
});

/** What is written down of an entry; its sentences are in catalogue.json under its id. */
export type EntryData = Omit<
  CatalogueEntry,
  'id' | 'title' | 'cause' | 'toDo' | 'seenAt' | 'alsoSaid' | 'aboutAgreement'
> & {
  id: string;
  seenAt: SeenAt;
  aboutAgreement?: boolean;
  alsoSaid?: readonly string[];
};
