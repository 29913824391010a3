import type { Page, Worker } from '@playwright/test';
import type { Session } from './session.ts';

// Records as a partner with customers in many countries has them, made as people make them: through the requests of
// the extension's own page, with the worker's clock set to the day they were made.

const customers: [
  company: string,
  first: string,
  last: string,
  role: string,
  country: string,
  language: string,
][] = [
  ['Contoso Österreich GmbH', 'Léa', 'Müller', 'Geschäftsführerin', 'AT', 'de-DE'],
  ['雲端科技股份有限公司', '小明', '王', '資訊長', 'TW', 'zh-TW'],
  ['株式会社アドベンチャー・ワークス', '花子', '佐藤', '代表取締役', 'JP', 'ja-JP'],
  ['Фабрикам Технологии', 'Ольга', 'Иванова', 'директор', 'BG', 'bg-BG'],
  ['شركة النور للتقنية', 'ليلى', 'حداد', 'المديرة', 'AE', 'ar-SA'],
  ['נורת׳ווינד סחר בע״מ', 'נועה', 'כהן', 'סמנכ״לית', 'IL', 'he-IL'],
  ['Wide World Importers', 'Jane', 'Doe', 'CFO', 'GB', 'en-US'],
  [
    'Société Générale d’Équipements et de Fournitures Industrielles du Nord et du Pas-de-Calais',
    'Zoé',
    'Lefèvre',
    'Directrice administrative et financière',
    'FR',
    'fr-FR',
  ],
  ['한빛전자', '지민', '김', '이사', 'KR', 'ko-KR'],
  ['Łódzkie Zakłady Ślusarskie', 'Żaneta', 'Wójcik', 'prezes', 'PL', 'pl-PL'],
  ['Tailspin Toys', 'Sam', 'O’Neil', 'Head of IT', 'IE', 'en-US'],
  ['บริษัท เทลวินด์ จำกัด', 'สมชาย', 'ใจดี', 'ผู้จัดการ', 'TH', 'th-TH'],
  ['Đại Nam Trading', 'Thị Thu Hằng', 'Đặng', 'giám đốc', 'VN', 'vi-VN'],
];

const roads: string[][] = [
  [],
  ['link-created'],
  ['link-created', 'link-expired'],
  ['link-created', 'customer-accepted'],
  ['link-created', 'customer-accepted', 'agreement-created'],
  ['link-created', 'customer-accepted', 'agreement-created', 'verified'],
  ['direct-acceptance-asked'],
  ['direct-acceptance-asked', 'direct-accepted'],
  ['handed-to-provider'],
  ['link-created', 'refused'],
  ['withdrawn'],
  ['link-created'],
  ['link-created', 'customer-accepted', 'agreement-created', 'verified'],
];
const scenarios = ['existing-partner', 'new-partner', 'existing-partner', 'neither', 'unknown'];
const day = 24 * 60 * 60 * 1_000;

/** The record of this number, as it was made on a day. */
function attestation(number: number, made: Date) {
  const [companyName, firstName, lastName, signerRole, country, language] =
    customers[number % customers.length]!;
  const hex = (number * 7919).toString(16).padStart(12, '0');
  const domain = `kunde${number}.example`;
  return {
    companyName: number < customers.length ? companyName : `${companyName} ${number}`,
    customerTenantId: number % 4 === 3 ? '' : `3f2504e0-4f89-41d3-9a0c-${hex}`,
    customerDomain: domain,
    country,
    language:
      language === 'ar-SA' || language === 'he-IL' || language === 'vi-VN' || language === 'bg-BG'
        ? 'en-US'
        : language,
    dateAgreed: new Date(made.getTime() - (1 + (number % 9)) * day).toISOString().slice(0, 10),
    scenario: scenarios[number % scenarios.length],
    acceptedHow: 'e-mail',
    evidenceNote:
      number % 3
        ? ''
        : `Mail of the customer’s ${signerRole}, filed under ticket archive ${number}`,
    reference: `TICKET-${4000 + number}`,
    recordedBy: number % 2 ? 'Mei Lin' : 'Robin Berg',
    recorderRole: 'admin-agent',
    firstName,
    lastName,
    email: `signer${number}@${domain}`,
    phoneNumber: '+44 20 7946 0000',
    signerRole,
  };
}

/** Keep so many records, spread over the `days` before now, the newest last; each has gone its own road. */
export async function keepRecords(session: Session, count: number, days = 500): Promise<void> {
  const page = await session.openOwnPage('popup.html');
  const worker = await session.worker();
  await setClockBack(worker, days * day);
  for (let number = 0; number < count; number++) {
    const back = Math.round((days * day * (count - number)) / count);
    await setClockBack(worker, back);
    const made = new Date(Date.now() - back);
    const recordId = await ask(page, 'saveRecord', {
      reason: '',
      attestation: attestation(number, made),
    });
    for (const state of roads[(number + Math.floor(number / roads.length)) % roads.length]!)
      await ask(page, 'moveRecord', {
        recordId,
        state,
        occurredOn: '',
        note:
          state === 'withdrawn'
            ? 'Recorded twice'
            : number % 5
              ? ''
              : 'Asked by phone, see the helpdesk log',
        by: { name: 'Mei Lin', role: 'admin-agent' },
      });
  }
  await setClockBack(worker, 0);
  await page.close();
}

async function ask(page: Page, name: string, question: object): Promise<string> {
  const reply = await page.evaluate(
    ([name, question]) =>
      chrome.runtime.sendMessage({
        name,
        question: { attemptId: crypto.randomUUID(), ...question },
      }),
    [name, question] as const,
  );
  if (!reply?.value) throw new Error(`${name}: ${JSON.stringify(reply)}`);
  return reply.value.record.recordId;
}

/** The worker's own clock, so that records have the age that the board counts. */
async function setClockBack(worker: Worker, ms: number): Promise<void> {
  await worker.evaluate((back) => {
    const scope = globalThis as unknown as { Date: DateConstructor; TrueDate?: DateConstructor };
    scope.TrueDate ??= scope.Date;
    const True = scope.TrueDate;
    scope.Date = class extends True {
      constructor(...given: unknown[]) {
        if (given.length === 0) super(True.now() - back);
        else super(...(given as [number]));
      }
      static override now() {
        return True.now() - back;
      }
    } as DateConstructor;
  }, ms);
}
