import type { AttestationCase, RecordState, Signer } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail/trail';
import { genesis, type Head, linkEvent, personOf } from '@/lib/domain/trail/trail-chain';
import { foldRecord } from '@/lib/domain/trail/trail-fold';

// Records as a busy partner would have them: about 600 bytes of content each, in many scripts, four in ten moved on.

export type SamplePart = {
  events: TrailEvent[];
  people: TrailPerson[];
  records: AttestationRecord[];
};

const writer = '5e0a7c9e-1111-4111-8111-000000000001';
const by = { name: 'Robin Sample', role: 'admin-agent' };

const companies = [
  ['Contoso', 'GmbH', 'DE', 'de-DE'],
  ['Fabrikam', 'Ltd', 'GB', 'en-GB'],
  ['Alpine Ski House', 'SARL', 'FR', 'fr-FR'],
  ['範例科技', '股份有限公司', 'TW', 'zh-TW'],
  ['サンプル商事', '株式会社', 'JP', 'ja-JP'],
  ['Пример Софт', 'ООО', 'KZ', 'ru-RU'],
  ['Żółta Łódź', 'Sp. z o.o.', 'PL', 'pl-PL'],
  ['شركة المثال', 'ش.م.م', 'AE', 'ar-SA'],
  ['Ejemplo Ñandú', 'S.L.', 'ES', 'es-ES'],
  ['샘플전자', '주식회사', 'KR', 'ko-KR'],
] as const;
const people = [
  ['Léa', 'Müller'],
  ['Jane', 'Doe'],
  ['Amélie', 'Lefèvre'],
  ['怡君', '陳'],
  ['太郎', '佐藤'],
  ['Анна', 'Иванова'],
  ['Łukasz', 'Wójcik'],
  ['ليلى', 'حداد'],
  ['Íñigo', 'Muñoz'],
  ['민준', '김'],
] as const;
const notes = [
  'Customer confirmed by e-mail that the agreement was read and accepted on behalf of the company.',
  'Unterschrift liegt im Vertragsordner, Rückfrage bei der Buchhaltung am Telefon geklärt.',
  '客戶代表於電話中確認已閱讀並接受合約，後續以電子郵件補寄簽署文件。',
];
const states: RecordState[] = [
  'link-created',
  'customer-accepted',
  'agreement-created',
  'verified',
];

/** The first `count` records in parts of about `size` events: the same in every run. */
export function* sampleParts(count: number, size = 1_000): Generator<SamplePart> {
  let head: Head = genesis;
  let part: SamplePart = { events: [], people: [], records: [] };
  for (let i = 0; i < count; i++) {
    const person = personOf(signerOf(i), hex(i * 7 + 3).repeat(8));
    const at = momentOf(i);
    const link = { format: 1 as const, writer, offsetMinutes: 60, by, recordId: idOf(i, 'a') };
    const begun = linkEvent(
      {
        ...link,
        at,
        attemptId: idOf(i, 'b'),
        kind: 'recorded',
        version: 1,
        case: caseOf(i),
        signer: person.digest,
        reason: '',
      },
      head,
    );
    const own = [begun];
    if (i % 5 < 2) {
      own.push(
        linkEvent(
          {
            ...link,
            at: momentOf(i, 30_000),
            attemptId: idOf(i, 'c'),
            kind: 'moved',
            state: states[i % states.length]!,
            occurredOn: at.slice(0, 10),
            note: i % 10 === 0 ? 'Link sent to the customer' : '',
          },
          begun,
        ),
      );
    }
    head = own.at(-1)!;
    part.events.push(...own);
    part.people.push(person);
    part.records.push(foldRecord(own, new Map([[person.digest, person]])));
    if (part.events.length >= size - 1) {
      yield part;
      part = { events: [], people: [], records: [] };
    }
  }
  if (part.events.length > 0) yield part;
}

/** One record's part. */
export function onePart(): SamplePart {
  return sampleParts(1).next().value as SamplePart;
}

function caseOf(i: number): AttestationCase {
  const [name, form, country, language] = companies[i % companies.length]!;
  return {
    companyName: `${name} ${(i * 7919) % 100_003} ${form}`,
    customerTenantId: idOf(i, 'd'),
    customerDomain: `customer${i}.example`,
    country,
    language,
    dateAgreed: momentOf(i).slice(0, 10),
    scenario: i % 3 === 0 ? 'new-partner' : 'existing-partner',
    acceptedHow: i % 2 === 0 ? 'e-mail' : 'signed-document',
    evidenceNote: `${notes[i % notes.length]} ${hex(i)}`,
    reference: `TICKET-${100_000 + i}`,
    recordedBy: by.name,
    recorderRole: 'admin-agent',
  };
}

function signerOf(i: number): Signer {
  const [firstName, lastName] = people[(i * 3) % people.length]!;
  return {
    firstName,
    lastName,
    email: `person${i}@customer${i}.example`,
    phoneNumber: `+49 30 ${1_000_000 + i}`,
    signerRole: 'Managing director',
  };
}

function momentOf(i: number, later = 0): string {
  return new Date(Date.UTC(2021, 0, 1) + i * 180_000 + later).toISOString();
}

function hex(i: number): string {
  return (Math.imul(i + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
}

function idOf(i: number, kind: string): string {
  // Scattered, as real ids are: an index is not written in the order of its keys.
  return `${hex(i)}-${kind}000-4000-8000-${String(i).padStart(12, '0')}`;
}
