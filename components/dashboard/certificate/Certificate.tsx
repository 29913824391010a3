import type { ComponentChildren, JSX } from 'preact';
import { maskAcceptanceLinks, maskAddress } from '@/lib/domain/address/address-text';
import { type AttestationField, signerSchema } from '@/lib/domain/record/attestation';
import { type CertificateSeals, type Claim, claimsOf } from '@/lib/domain/record/certificate';
import type { AttestationRecord, RecordMove } from '@/lib/domain/record/record';
import type { Settings } from '@/lib/domain/settings';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import { useWords } from '@/lib/i18n';
import type { Words } from '@/lib/words';
import { actorName, roleName, signerName, textOfField } from '../labels';
import { CertificateFiles } from './CertificateFiles';
import { CertificateSealsTable } from './CertificateSeals';
import { CertificateCorrections, CertificateStory } from './CertificateStory';
import { PrintTable } from './PrintTable';
import { longText, momentUtc } from './print-texts';

export type CertificateProps = {
  record: AttestationRecord;
  events: readonly TrailEvent[];
  /** Events of the record that cannot be read. */
  unread: number;
  /** Times of those before which the clock had been set back. */
  setBack: readonly string[];
  seals: CertificateSeals;
  settings: Settings;
  /** Names of evidence files by their ids, as far as they are still kept. */
  fileNames: ReadonlyMap<string, string>;
  /** Our name and version, and when it is printed (ISO 8601). */
  product: string;
  printedAt: string;
};

/** One record as it is printed: what it is not, who, what, how it is known, what happened, and what proves it. */
export function Certificate(props: CertificateProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { record, events, settings } = props;
  return (
    <article class="certificate" aria-labelledby="certificate">
      <p class="certificate-not">{t('certificate.not')}</p>
      <h1 id="certificate">{t('certificate.heading', { number: record.number })}</h1>
      <p>
        {t('certificate.printed', {
          at: momentUtc(props.printedAt, words),
          product: props.product,
        })}
      </p>
      {props.unread > 0 && (
        <p>
          <strong>{t('certificate.unread', { count: props.unread })}</strong>
        </p>
      )}
      <Parties record={record} settings={settings} />
      <Accepted record={record} />
      <Standing record={record} />
      <CertificateStory events={events} setBack={props.setBack} />
      <CertificateCorrections record={record} />
      <CertificateFiles record={record} names={props.fileNames} />
      <Seen record={record} />
      <CertificateSealsTable seals={props.seals} />
    </article>
  );
}

function Parties(props: { record: AttestationRecord; settings: Settings }): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { settings } = props;
  const { current } = props.record;
  const field = (name: AttestationField) => textOfField(name, current, words);
  const isErased = (Object.keys(signerSchema.shape) as AttestationField[]).every(
    (name) => !current[name],
  );
  const tenant = (id: string) => t('certificate.tenant', { id });
  const partner = [
    settings.partnerType !== 'unsure' && t(`settings.partnerType.${settings.partnerType}`),
    ...settings.ownTenantIds.map(tenant),
    ...settings.ownDomains.map((domain) => t('certificate.domain', { domain })),
  ];
  const customer = [
    current.customerTenantId && tenant(current.customerTenantId),
    current.customerDomain && t('certificate.domain', { domain: current.customerDomain }),
    field('country'),
  ];
  return (
    <section aria-labelledby="parties">
      <h2 id="parties">{t('certificate.parties')}</h2>
      <PrintTable
        caption={t('certificate.parties.caption')}
        columns={[t('certificate.party'), t('certificate.party.who'), t('certificate.party.more')]}
        widths={['22%', '34%', '44%']}
        rows={[
          {
            key: 'partner',
            cells: [
              t('certificate.party.partner'),
              named(settings.partnerName, words),
              lines(partner, words),
            ],
          },
          {
            key: 'customer',
            cells: [
              t('certificate.party.customer'),
              named(current.companyName, words),
              lines(customer, words),
            ],
          },
          {
            key: 'signer',
            cells: isErased
              ? [t('certificate.party.signer'), t('certificate.unnamed'), t('certificate.erased')]
              : [
                  t('certificate.party.signer'),
                  named(signerName(current), words),
                  lines([field('signerRole'), field('email'), field('phoneNumber')], words),
                ],
          },
          {
            key: 'recorder',
            cells: [
              t('certificate.party.recorder'),
              named(current.recordedBy, words),
              roleName(current.recorderRole, words),
            ],
          },
        ]}
      />
    </section>
  );
}

function Accepted({ record }: { record: AttestationRecord }): JSX.Element {
  const words = useWords();
  const { t } = words;
  const shown = [
    'dateAgreed',
    'acceptedHow',
    'language',
    'scenario',
    'evidenceNote',
    'reference',
  ] as const satisfies AttestationField[];
  return (
    <section aria-labelledby="accepted">
      <h2 id="accepted">{t('certificate.accepted')}</h2>
      <PrintTable
        caption={t('certificate.accepted.caption')}
        widths={['32%', '68%']}
        rows={[
          {
            key: 'agreement',
            cells: [t('certificate.accepted.agreement'), t('certificate.accepted.agreementName')],
          },
          ...shown.map((field) => {
            const text = textOfField(field, record.current, words);
            return {
              key: field,
              isLong: text.length > longText,
              cells: [
                t(`record.field.${field}`),
                <bdi key={field}>{text || t('history.detail.empty')}</bdi>,
              ],
            };
          }),
        ]}
      />
    </section>
  );
}

/** Kept here, said to be filed, said to be verified: three different things, each in a sentence of its own. */
function Standing({ record }: { record: AttestationRecord }): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { filed, verified, closed } = claimsOf(record);
  const move = ({ by, state, occurredOn, at }: RecordMove) => ({
    name: actorName(by, words),
    state: t(`record.state.${state}`),
    day: words.day(occurredOn || at.slice(0, 10)),
  });
  const claim = (which: 'filed' | 'verified', { said, setBack }: Claim) => {
    const values = move(said);
    if (!setBack) return t(`certificate.standing.${which}Body`, values);
    const { name: laterName, state: laterState } = move(setBack);
    const later = { laterName, laterState, laterAt: momentUtc(setBack.at, words) };
    return t(`certificate.standing.${which}Earlier`, { ...values, ...later });
  };
  const rows = [
    {
      key: 'kept',
      cells: [
        t('certificate.standing.kept'),
        t('certificate.standing.keptBody', { at: momentUtc(record.recordedAt, words) }),
      ],
    },
    {
      key: 'filed',
      cells: [
        t('certificate.standing.filed'),
        filed ? claim('filed', filed) : t('certificate.standing.notFiled'),
      ],
    },
    {
      key: 'verified',
      cells: [
        t('certificate.standing.verified'),
        verified ? claim('verified', verified) : t('certificate.standing.notVerified'),
      ],
    },
  ];
  if (closed)
    rows.unshift({
      key: 'closed',
      cells: [t('certificate.standing.closed'), t('certificate.standing.closedBody', move(closed))],
    });
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{t('certificate.standing')}</h2>
      <PrintTable caption={t('certificate.standing.caption')} widths={['32%', '68%']} rows={rows} />
    </section>
  );
}

function Seen({ record }: { record: AttestationRecord }): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { seen } = record;
  return (
    <section aria-labelledby="seen" class={seen ? undefined : 'certificate-none'}>
      <h2 id="seen">{t('certificate.seen')}</h2>
      {seen ? (
        <>
          <blockquote lang={seen.language} dir="auto">
            {maskAcceptanceLinks(seen.quote)}
          </blockquote>
          <p>{t('history.detail.seenAt', { at: momentUtc(seen.at, words) })}</p>
          <p class="mono" dir="ltr">
            {maskAddress(seen.address)}
          </p>
        </>
      ) : (
        <p>{t('history.detail.byHand')}</p>
      )}
    </section>
  );
}

function named(name: string, { t }: Words): JSX.Element {
  return <bdi>{maskAcceptanceLinks(name.trim()) || t('certificate.unnamed')}</bdi>;
}

function lines(texts: (string | false)[], { t }: Words): ComponentChildren {
  const given = texts.filter((text) => text !== false && text !== '');
  if (given.length === 0) return t('history.detail.empty');
  return given.map((text) => (
    <div key={text}>
      <bdi>{maskAcceptanceLinks(String(text))}</bdi>
    </div>
  ));
}
