import * as z from 'zod/mini';

/** The three kinds of CSP partner. `unsure` is an honest answer: the guide then explains and asks. */
export const partnerTypes = [
  'direct-bill',
  'indirect-provider',
  'indirect-reseller',
  'unsure',
] as const;
export type PartnerType = (typeof partnerTypes)[number];

/** Partner Center roles as Microsoft's pages name them, and `other` for everybody else. */
export const partnerRoles = [
  'admin-agent',
  'sales-agent',
  'global-admin',
  'helpdesk-agent',
  'other',
] as const;
export type PartnerRole = (typeof partnerRoles)[number];

export const clouds = ['public', '21vianet', 'us-government'] as const;
export type Cloud = (typeof clouds)[number];

export const profileSteps = ['you', 'company'] as const;

/** `ar-XB` is English mirrored and accented: it proves the right-to-left layout and is not offered to people. */
export const languageChoices = ['auto', 'en', 'zh-TW', 'ar-XB'] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** Where the panel stands in the page: at the end of a line of text, or at its start. */
export const dockSides = ['end', 'start'] as const;
export type DockSide = (typeof dockSides)[number];

/** Paper of a printed record: `auto` is what the browser's country uses. */
export const papers = ['auto', 'a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

/** What stands between the cells of a table file: `auto` is what a spreadsheet expects in the browser's country. */
export const csvSeparators = ['auto', ',', ';', '\t'] as const;
export type CsvSeparator = (typeof csvSeparators)[number];

const line = z.string().check(z.maxLength(300));
const lines = z.array(line).check(z.maxLength(200));

/** Who uses this installation and how it behaves. Everything has a default, so a new installation works at once. */
export const settingsSchema = z.strictObject({
  language: z._default(z.enum(languageChoices), 'auto'),
  partnerType: z._default(z.enum(partnerTypes), 'unsure'),
  /** False until the person has answered or put off the first questions, or asks for them again. */
  profileAsked: z._default(z.boolean(), false),
  /** How far the questions have come: who the person is, then (if they like) their company. */
  profileStep: z._default(z.enum(profileSteps), 'you'),
  role: z._default(z.enum(partnerRoles), 'other'),
  cloud: z._default(z.enum(clouds), 'public'),
  /** Who records: written into each record. */
  recorderName: z._default(line, ''),
  /** The partner's company name: printed on records. */
  partnerName: z._default(line, ''),
  /** The partner's own tenant ids (GUIDs, lower case): an invitation link that carries one is ours. */
  ownTenantIds: z._default(lines, []),
  /** The partner's own mail domains: a signer there is most likely a mistake. */
  ownDomains: z._default(lines, []),
  /** The indirect provider that attests for a reseller: shown in the steps of a hand-off. */
  providerName: z._default(line, ''),
  providerEmail: z._default(line, ''),
  dockSide: z._default(z.enum(dockSides), 'end'),
  dockCollapsed: z._default(z.boolean(), false),
  /** Hosts on which the panel never opens by itself ("never on this site"). */
  silencedHosts: z._default(lines, []),
  /** Months after which records may be deleted, when a person asks for it; 0 is no limit, and there is no other default. */
  retentionMonths: z._default(z.int().check(z.nonnegative(), z.lte(1_200)), 0),
  paper: z._default(z.enum(papers), 'auto'),
  /** Columns of a table export (lib/domain/csv/csv-columns.ts), in their own order; none means all of them. */
  csvColumns: z._default(lines, []),
  csvSeparator: z._default(z.enum(csvSeparators), 'auto'),
  /** Without a byte order mark, Excel reads a table file in the machine's old character set. */
  csvByteOrderMark: z._default(z.boolean(), true),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
