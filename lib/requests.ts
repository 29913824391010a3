import * as z from 'zod/mini';
import { defineRequest } from './define-request';
import { attestationSchema, recordStates } from './domain/attestation';
import { writerHeadSchema } from './domain/bundle-items';
import { draftSchema } from './domain/draft';
import { fileNameSchema, fileOrigins, filePieceSchema, maxFiles } from './domain/evidence';
import { figuresSchema } from './domain/figures';
import {
  importRowSchema,
  longestSource,
  mostImportRows,
  rowFindingSchema,
} from './domain/import-row';
import { actorSchema, attestationRecordSchema, recordQuerySchema } from './domain/record';
import { savedViewSchema } from './domain/saved-view';
import { type Settings, settingsSchema } from './domain/settings';
import { hashSchema } from './domain/sha256';
import { givenAnswersSchema, sightingReportSchema, tabViewSchema } from './domain/sighting';
import {
  bundleSummarySchema,
  checkpointSchema,
  trailEventSchema,
  trailPersonSchema,
} from './domain/trail';
import { checkCursorSchema, trailReportSchema } from './domain/trail-report';

// Every question one context may ask the background. The first group may come from Microsoft's page
// (the content script); all others only from our own pages (entrypoints/background/senders.ts).

/** The notice was found in a frame of this tab. */
export const reportSighting = defineRequest(
  'reportSighting',
  sightingReportSchema,
  z.void(),
  'content-script',
);
/** The notice has left the frame that had shown it. */
export const reportGone = defineRequest('reportGone', z.void(), z.void(), 'content-script');
/** The top frame could not show the panel's frame (COEP, sandbox): say so in the toolbar. */
export const reportBlockedPanel = defineRequest(
  'reportBlockedPanel',
  z.void(),
  z.void(),
  'content-script',
);
/** The page has moved on within itself: its address may now say something else. */
export const reportMoved = defineRequest('reportMoved', z.void(), z.void(), 'content-script');
/** Our element was taken out of the page: make the panel's frame again, with a fresh ticket. */
export const askDock = defineRequest('askDock', z.void(), z.void(), 'content-script');
/** The panel's frame shows that our own content script made it, with a ticket that works once. */
export const claimFrame = defineRequest(
  'claimFrame',
  z.strictObject({ ticket: z.uuid() }),
  z.void(),
  'content-script',
);
/** What the panel's frame wants of the strip it stands in. */
export const dockActions = [
  'collapse',
  'expand',
  /** Collapse for now, without making it the person's choice: the notice has gone. */
  'fold',
  'other-side',
  'not-now',
  'never-here',
] as const;
export const moveDock = defineRequest(
  'moveDock',
  z.strictObject({ action: z.enum(dockActions) }),
  z.void(),
);

/** What is known of a tab: the asking frame's own, or else the current one of its window. */
export const viewTab = defineRequest(
  'viewTab',
  z.strictObject({ tabId: z.optional(z.int()) }),
  tabViewSchema,
);

/**
 * Whether the notice on a tab has still to be said aloud: `true` once for each load of a page and place in it,
 * however often the notice goes and comes back there and whatever panels are made for it.
 */
export const takeAnnouncement = defineRequest(
  'takeAnnouncement',
  z.strictObject({ tabId: z.optional(z.int()) }),
  z.boolean(),
);

/** Remember which draft a tab works on, so that closing and opening the panel goes on with it. */
export const bindDraft = defineRequest(
  'bindDraft',
  z.strictObject({ tabId: z.int(), draftId: z.uuid() }),
  z.void(),
);

/** Keep the answers to the guide's questions for this tab, as long as it stays at this place. */
export const keepAnswers = defineRequest(
  'keepAnswers',
  z.strictObject({ tabId: z.int(), answers: givenAnswersSchema }),
  z.void(),
);

const host = z.string().check(z.maxLength(253));
/** Every site on the list, default ones first, and whether it is watched. */
export const listWatchedHosts = defineRequest(
  'listWatchedHosts',
  z.void(),
  z.array(z.strictObject({ host, byDefault: z.boolean(), on: z.boolean() })),
);
/**
 * Watch a site from now on, or no longer. One that is added must have been allowed by the person in the
 * browser's own question first (lib/host-permission.ts); else the problem is `not-allowed`.
 */
export const switchHost = defineRequest(
  'switchHost',
  z.strictObject({ host, on: z.boolean() }),
  z.void(),
);
/** Look once at a page that is not watched. Problem `not-allowed`: the browser lets nobody read it. */
export const lookAtTab = defineRequest(
  'lookAtTab',
  z.strictObject({ tabId: z.int() }),
  z.strictObject({ found: z.boolean() }),
);

export const readSettings = defineRequest('readSettings', z.void(), settingsSchema);
const partialSettingsSchema = z.partial(settingsSchema);
/** Change some settings; answers with all of them as they then stand. */
export const changeSettings = defineRequest(
  'changeSettings',
  // Checked but not parsed: parsing would fill what was left out with its default, over the user's choice.
  z.custom<Partial<Settings>>((change) => partialSettingsSchema.safeParse(change).success),
  settingsSchema,
);

export const listDrafts = defineRequest('listDrafts', z.void(), z.array(draftSchema));
/**
 * Keep a draft: answered only after it is durable. Problems: `storage-full`, `already-saved` it has become a
 * record, `draft-gone` it was discarded or wiped.
 */
export const keepDraft = defineRequest('keepDraft', draftSchema, z.void());
export const discardDraft = defineRequest(
  'discardDraft',
  z.strictObject({ draftId: z.uuid() }),
  z.void(),
);

const sequenceAnswer = z.strictObject({ record: attestationRecordSchema });

/**
 * Save a draft as a record, or as a correction when it corrects one. Durable before it answers; the
 * same `attemptId` again answers with the same record. Problems: `storage-full`, `trail-damaged`, `superseded` the
 * record was corrected or withdrawn meanwhile, `already-saved` the same attempt has saved something else.
 */
export const saveRecord = defineRequest(
  'saveRecord',
  z.strictObject({
    attemptId: z.uuid(),
    draftId: z.optional(z.uuid()),
    attestation: attestationSchema,
    reason: z.string().check(z.maxLength(2_000)),
    corrects: z.optional(z.strictObject({ recordId: z.uuid(), version: z.int() })),
    seen: attestationRecordSchema.shape.seen,
  }),
  sequenceAnswer,
);
/** Write down that a record's state changed in the world. Withdrawing is the state `withdrawn`, needs a note and is the last move. */
export const moveRecord = defineRequest(
  'moveRecord',
  z.strictObject({
    attemptId: z.uuid(),
    recordId: z.uuid(),
    state: z.enum(recordStates),
    occurredOn: z.string().check(z.maxLength(10)),
    note: z.string().check(z.maxLength(10_000)),
    by: actorSchema,
  }),
  sequenceAnswer,
);
export const listRecords = defineRequest(
  'listRecords',
  recordQuerySchema,
  z.strictObject({ records: z.array(attestationRecordSchema), total: z.int(), all: z.int() }),
);
/** Records with a name like the text, the likest first: for when none has the words themselves. */
export const listNearlyNamed = defineRequest(
  'listNearlyNamed',
  z.strictObject({
    text: z.string().check(z.maxLength(200)),
    limit: z.int().check(z.positive(), z.lte(50)),
  }),
  z.array(attestationRecordSchema),
);
/** Counts over all records, whatever the list is narrowed to: for the dashboard's cards and plots. */
export const readFigures = defineRequest('readFigures', z.void(), figuresSchema);
/** The lists of records that were given a name, in the order they were made. */
export const listViews = defineRequest('listViews', z.void(), z.array(savedViewSchema));
/** Keep a view, or change the one with its id. Problems: `too-many-views`, `made-by-newer`. */
export const keepView = defineRequest('keepView', savedViewSchema, z.void());
export const dropView = defineRequest('dropView', z.strictObject({ viewId: z.uuid() }), z.void());
/** Some records by id, in the order asked for; those that are not there are left out. */
export const readRecords = defineRequest(
  'readRecords',
  z.strictObject({ recordIds: z.array(z.uuid()).check(z.maxLength(500)) }),
  z.array(attestationRecordSchema),
);
export const readRecord = defineRequest(
  'readRecord',
  z.strictObject({ recordId: z.uuid() }),
  z.strictObject({ record: z.optional(attestationRecordSchema) }),
);
/** Records of one customer, newest first: by tenant id, else by domain, else by signer's e-mail domain. */
export const findCustomer = defineRequest(
  'findCustomer',
  z.strictObject({
    customerTenantId: z.string(),
    customerDomain: z.string(),
    companyName: z.string(),
  }),
  z.array(attestationRecordSchema),
);

/** The text that waits for the popup: selected on a page, or typed after the address bar's keyword. */
export const takeAsked = defineRequest('takeAsked', z.void(), z.string());

/** Whether the trail is whole: checked against its own links and against the witness kept elsewhere. */
export const checkTrail = defineRequest('checkTrail', z.void(), trailReportSchema);
/**
 * The same check in parts of about a fifth of a second, so that a page can show how far it has come (`checked` of
 * `all` events) and stop it by not asking again: ask with the answer's cursor until there is a report.
 */
export const checkTrailOn = defineRequest(
  'checkTrailOn',
  z.strictObject({ cursor: z.optional(checkCursorSchema) }),
  z.strictObject({
    checked: z.int(),
    all: z.int(),
    cursor: z.optional(checkCursorSchema),
    report: z.optional(trailReportSchema),
  }),
);
/** A slice of the trail for export, in order of writer and sequence, after the given place. */
export const readTrail = defineRequest(
  'readTrail',
  z.strictObject({
    after: z.optional(z.tuple([z.string(), z.int()])),
    limit: z.int().check(z.lte(1_000)),
  }),
  z.strictObject({
    events: z.array(trailEventSchema),
    people: z.array(trailPersonSchema),
    last: z.boolean(),
  }),
);
/** Import events that were exported elsewhere or before a wipe: all of it or nothing. `dryRun` only counts. */
export const importTrail = defineRequest(
  'importTrail',
  z.strictObject({
    events: z.array(trailEventSchema),
    people: z.array(trailPersonSchema),
    dryRun: z.boolean(),
  }),
  bundleSummarySchema,
);
/** Most events and people in one part of an import. */
export const importPartLimit = 1_000;
/**
 * Hand over a part of an import, numbered from 0: kept when answered, of no effect until `finishImport`. All in the
 * order of an export: checkpoints first, events by writer and place, each person and file name in the part of its event,
 * a file's pieces after its name (they may go on in the next parts). The same part again replaces itself, so a page that
 * is not sure asks again. Checked on arrival as far as one part can be, down to every hash: problems `import-…`.
 */
export const stageImport = defineRequest(
  'stageImport',
  z.strictObject({
    importId: z.uuid(),
    part: z.int().check(z.nonnegative()),
    events: z.array(trailEventSchema).check(z.maxLength(importPartLimit)),
    people: z.array(trailPersonSchema).check(z.maxLength(importPartLimit)),
    checkpoints: z.optional(z.array(checkpointSchema)),
    files: z.optional(z.array(fileNameSchema)),
    pieces: z.optional(z.array(filePieceSchema)),
  }),
  z.void(),
);
/**
 * Add all `parts` of an import in one transaction, merged by writer and place: all of it or nothing. `dryRun` only
 * counts and keeps the parts for the real one. Problems `import-…` as for a whole file, `import-missing-part` when one has not arrived.
 */
export const finishImport = defineRequest(
  'finishImport',
  z.strictObject({
    importId: z.uuid(),
    parts: z.int().check(z.nonnegative()),
    dryRun: z.boolean(),
  }),
  bundleSummarySchema,
);
/** Throw the parts of an import away: it was stopped or refused. */
export const dropImport = defineRequest(
  'dropImport',
  z.strictObject({ importId: z.uuid() }),
  z.void(),
);
const evidenceName = z.strictObject({ fileId: z.uuid(), name: z.string() });
/**
 * Hand over a piece of a file that is to be attached, in order. It is kept in memory and of no effect until
 * `attachFile`: when the worker dies meanwhile, that answers `pieces-missing` and the file is sent again.
 */
export const sendPiece = defineRequest('sendPiece', filePieceSchema, z.void());
/**
 * Keep a file whose pieces were sent as evidence of a record: durable before it answers. `sha256` is what the page read.
 * Problems: `file-empty`, `file-too-large`, `record-too-large`, `too-many-files`, `pieces-missing`, `superseded` the
 * record was withdrawn, `record-missing`, `already-saved`, `storage-full`, `trail-damaged`.
 */
export const attachFile = defineRequest(
  'attachFile',
  z.strictObject({
    attemptId: z.uuid(),
    recordId: z.uuid(),
    fileId: z.uuid(),
    sha256: hashSchema,
    name: z.string().check(z.maxLength(1_000)),
    type: z.string().check(z.maxLength(300)),
    origin: z.enum(fileOrigins),
    by: actorSchema,
  }),
  sequenceAnswer,
);
/** The names of a record's files that are here: those that were erased, or never came with an import, are not. */
export const listEvidence = defineRequest(
  'listEvidence',
  z.strictObject({ recordId: z.uuid() }),
  z.array(evidenceName),
);
/** A file's name with its salt, for an export; none when the file is not here. */
export const readFileName = defineRequest(
  'readFileName',
  z.strictObject({ fileId: z.uuid() }),
  z.strictObject({ file: z.optional(fileNameSchema) }),
);
/** A piece of a file's bytes. Problem `file-gone`: it is not here. */
export const readPiece = defineRequest(
  'readPiece',
  z.strictObject({ fileId: z.uuid(), part: z.int().check(z.nonnegative()) }),
  filePieceSchema,
);
/**
 * Erase a record's person from all its versions, and chosen files, for good (lib/store/erase.ts). Problems:
 * `nothing-to-erase`, `record-missing`, `already-saved`, `storage-full`, `trail-damaged`.
 */
export const eraseRecord = defineRequest(
  'eraseRecord',
  z.strictObject({
    attemptId: z.uuid(),
    recordId: z.uuid(),
    fileIds: z.array(z.uuid()).check(z.maxLength(maxFiles)),
    reason: z.string().check(z.maxLength(2_000)),
    by: actorSchema,
  }),
  sequenceAnswer,
);
const months = z.int().check(z.positive(), z.lte(1_200));
const retentionAnswer = z.strictObject({
  records: z.int(),
  events: z.int(),
  /** As old, and has to stay: a younger record stands before it in its chain (lib/domain/retention.ts). */
  held: z.int(),
  /** When the last of those that would go was last changed; empty when none would. */
  until: z.string(),
  /** The moment before which a record must have been last changed. */
  before: z.string(),
  /** The state of the trail in which this was found. */
  changes: z.int(),
});
/** What would go if everything that was last changed more than so many months ago were deleted. Changes nothing. */
export const readRetention = defineRequest(
  'readRetention',
  z.strictObject({ months }),
  retentionAnswer,
);
/** Delete exactly what was shown, for good. Problems: `trail-changed` something was written meanwhile, `trail-damaged`. */
export const pruneTrail = defineRequest(
  'pruneTrail',
  z.strictObject({ before: z.iso.datetime(), changes: z.int(), by: actorSchema }),
  z.strictObject({ records: z.int(), events: z.int() }),
);
/** Where all chains begin and end: for exports, prints and checks. `writer` is this installation. */
export const readTrailEnds = defineRequest(
  'readTrailEnds',
  z.void(),
  z.strictObject({
    writer: z.uuid(),
    heads: z.array(writerHeadSchema),
    checkpoints: z.array(checkpointSchema),
  }),
);
/** Delete every record, draft and event of this installation. */
export const wipeTrail = defineRequest(
  'wipeTrail',
  z.strictObject({ confirm: z.literal('wipe') }),
  z.void(),
);

/** Everything that was written of one record, for print, and where this installation's chain ends. */
export const readRecordTrail = defineRequest(
  'readRecordTrail',
  z.strictObject({ recordId: z.uuid() }),
  z.strictObject({
    record: z.optional(attestationRecordSchema),
    /** As they happened. */
    events: z.array(trailEventSchema),
    head: z.strictObject({ writer: z.string(), sequence: z.int(), hash: z.string() }),
  }),
);

/** What would happen to rows of a table file; nothing is written. In the order of the rows. */
export const previewRows = defineRequest(
  'previewRows',
  z.strictObject({ rows: z.array(importRowSchema).check(z.maxLength(500)) }),
  z.array(rowFindingSchema),
);
/**
 * Import rows of a table file as records: all of them or none, in one transaction that is durable when this answers.
 * Rows that are here already, or stand among these twice, are added once: asking twice imports once. Problems:
 * `incomplete` a row would be refused by the form, `storage-full`, `trail-damaged`.
 */
export const importRows = defineRequest(
  'importRows',
  z.strictObject({
    rows: z.array(importRowSchema).check(z.maxLength(mostImportRows)),
    /** What each record says of where it comes from, up to its row: `Imported from customers.csv, row {0}`. */
    provenance: z.string().check(z.maxLength(longestSource + 80)),
    by: actorSchema,
  }),
  z.strictObject({ added: z.int(), alreadyHere: z.int() }),
);

/** When everything was last exported, and whether it is time to say so. */
export const readBackup = defineRequest(
  'readBackup',
  z.void(),
  z.strictObject({
    /** ISO 8601 in UTC; empty before the first time. */
    lastAt: z.string(),
    records: z.int(),
    /** Records that were made since. */
    newRecords: z.int(),
    reminder: z.enum(['none', 'records', 'days']),
    /** What the browser said when it was asked to keep the data whatever happens. */
    persistence: z.enum(['not-asked', 'granted', 'refused']),
  }),
);
/** Everything was exported just now. */
export const noteBackup = defineRequest('noteBackup', z.void(), z.void());
/** Not now: the reminder comes again a week or 20 records later. */
export const putOffBackup = defineRequest('putOffBackup', z.void(), z.void());
/** What the browser answered when it was asked to keep the data. Only a page can ask it. */
export const notePersistence = defineRequest(
  'notePersistence',
  z.strictObject({ granted: z.boolean() }),
  z.void(),
);
