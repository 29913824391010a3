import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import {
  type AddressReading,
  placeOf,
  readAddress,
  strongerReading,
} from '@/lib/domain/address/address';
import {
  type Answer,
  type Answers,
  type Claim,
  type GuideInput,
  guideFor,
  type QuestionId,
} from '@/lib/domain/guide/guide';
import type { TabView } from '@/lib/domain/notice/sighting';
import { emptyAttestation } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { useWords } from '@/lib/i18n';
import { keepAnswers } from '@/lib/requests';
import { GuideView } from '../GuideView';
import { MessageBar } from '../MessageBar';
import type { PageProps } from '../mount';
import { ProfileQuestions } from '../ProfileQuestions';
import { StepHelp } from '../StepHelp';
import { Tabs } from '../Tabs';
import { useCustomer } from '../use-customer';
import { useLetters } from '../use-letters';
import { useTabDraft } from '../use-tab-draft';
import { useTabView } from '../use-tab-view';
import { CollapsedPanel } from './CollapsedPanel';
import { EarlierRecords } from './EarlierRecords';
import { NoticeCard } from './NoticeCard';
import { PanelFooter } from './PanelFooter';
import { PanelHeader } from './PanelHeader';
import { RecordTab } from './RecordTab';
import { useAnnouncement } from './use-announcement';
import { useFold } from './use-fold';
import './panel.css';

export type PanelProps = PageProps & {
  /** The tab beside which the panel stands; the background knows it when the panel is framed in a page. */
  tabId: number | undefined;
  /** Counts what may have changed on that tab without telling us; framed, the page's own script tells. */
  visit?: number;
  framed: boolean;
  /** Only its handle is shown, at the edge of the page. */
  collapsed?: boolean;
  /** Opens the browser's side panel; absent where the browser has none. */
  onOpenBeside?: ((tabId: number) => void) | undefined;
};

type Page = 'guide' | 'record' | 'earlier';

/** The panel: framed in Microsoft's page, and in the browser's own side panel. */
export function Panel(props: PanelProps): JSX.Element {
  const { settings, change, framed } = props;
  const { t, say } = useWords();
  const view = useTabView(props.tabId, props.visit);
  const besideOf = view?.tabId;
  const openBeside =
    props.onOpenBeside && besideOf !== undefined ? () => props.onOpenBeside?.(besideOf) : undefined;
  const [chosen, setPage] = useState<Page>();
  const [savedAt, setSaved] = useState<{ at: string; record: AttestationRecord }>();

  const reading = readingOf(view);
  const place = reading ? placeOf(reading) : 'manual';
  const at = `${view?.tabId} ${place}`;
  // The side panel follows its window's tabs: what was saved on one is not the customer of another.
  const saved = savedAt?.at === at ? savedAt.record : undefined;
  const kept = view?.answers?.place === place ? view.answers : undefined;
  const answers = kept?.given ?? {};
  const { records: customer, failed } = useCustomer({
    customerTenantId: reading?.customerTenantId ?? '',
    customerDomain: reading?.customerDomain ?? '',
  });
  const guide = guideFor({ ...guideInput(props, view, customer, answers), claim: kept?.claim });
  const drafting = useTabDraft({ view, place, guide, settings, records: customer });
  const draft = drafting.draft?.place === place ? drafting.draft : undefined;
  const letters = useLetters(at, draft?.draftId);
  const underWay = customer.find(({ recordId }) => recordId === guide.underWay?.recordId);
  const known = draft?.fields ?? (underWay ?? saved ?? customer[0])?.current;
  const material = {
    known: known ?? { ...emptyAttestation, ...guide.found },
    collected: underWay ?? saved ?? draft?.fields,
    settings,
    letters,
    onRecord: record,
  };
  // Opened again on an unfinished draft: go on there.
  const page = chosen ?? (drafting.draft || saved ? 'record' : 'guide');
  const said = useAnnouncement(
    view,
    t('panel.announce', { title: say(guide.title) }),
    t('panel.announce.gone'),
  );
  const stands = view?.sighting !== undefined && !view.sighting.gone;
  const idle = framed && view !== undefined && !stands && !drafting.draft && !saved;
  useFold(idle);

  function answer(question: QuestionId, given: Answer): void {
    keep({ given: { ...answers, [question]: given } });
  }

  function keep(changes: { given?: Answers; claim?: Claim | undefined }): void {
    if (view?.tabId === undefined) return;
    const { given, claim } = { given: answers, claim: kept?.claim, ...changes };
    const saying = { place, given, ...(claim && { claim }) };
    void keepAnswers.ask({ tabId: view.tabId, answers: saying });
  }

  async function record(): Promise<void> {
    setSaved(undefined);
    if (!drafting.draft) await drafting.begin();
    setPage('record');
  }

  async function recordHere(): Promise<void> {
    setSaved(undefined);
    await drafting.begin();
    setPage('record');
  }

  function content(): JSX.Element {
    if (!view) return <p class="panel-waiting">{t('common.loading')}</p>;
    if (props.collapsed) {
      return <CollapsedPanel noticeGone={!stands} hasDraft={drafting.draft !== undefined} />;
    }
    return (
      <div class="panel">
        <PanelHeader framed={framed} onOpenBeside={openBeside} />
        <Tabs
          label={t('panel.pages')}
          chosen={page}
          onChoose={setPage}
          tabs={[
            { id: 'guide', label: t('panel.page.guide') },
            { id: 'record', label: t('panel.page.record'), marked: drafting.draft !== undefined },
            { id: 'earlier', label: t('panel.page.earlier', { count: customer.length }) },
          ]}
        >
          {page === 'guide' && (
            <div class="stack">
              <NoticeCard view={view} folding={idle} />
              <GuideView
                guide={guide}
                answers={answers}
                onAnswer={answer}
                claim={kept?.claim}
                onClaim={(claim) => keep({ claim })}
                onProfile={
                  settings.profileAsked
                    ? () => change({ profileAsked: false, profileStep: 'you' })
                    : undefined
                }
                onRecord={record}
                hasDraft={drafting.draft !== undefined}
                help={(step) => <StepHelp {...material} step={step} />}
              >
                {!settings.profileAsked && (
                  <ProfileQuestions settings={settings} onChange={change} />
                )}
              </GuideView>
            </div>
          )}
          {page === 'record' && (
            <RecordTab
              {...drafting}
              saved={saved}
              place={place}
              settings={settings}
              customerRecords={customer}
              onSaved={(record) => setSaved({ at, record })}
              onBegin={record}
              onBeginHere={recordHere}
              {...(openBeside && { onOpenBeside: openBeside })}
            />
          )}
          {page === 'earlier' && (
            <EarlierRecords records={customer} failed={failed} known={guide.found} />
          )}
          {view.silenced && (
            <MessageBar tone="info">
              <p>{t('panel.silenced', { host: view.host ?? '' })}</p>
            </MessageBar>
          )}
        </Tabs>
        <PanelFooter framed={framed} host={view.host} />
      </div>
    );
  }

  return (
    <>
      {content()}
      <div role="status" class="visually-hidden">
        {said}
      </div>
    </>
  );
}

function guideInput(
  { settings }: PanelProps,
  view: TabView | undefined,
  records: AttestationRecord[],
  answers: GuideInput['answers'],
): GuideInput {
  return {
    sighting: view?.sighting,
    addressAtStart: view?.addressAtStart,
    addressNow: view?.addressNow,
    settings,
    records,
    answers,
    today: new Date().toISOString().slice(0, 10),
  };
}

function readingOf(view: TabView | undefined): AddressReading | undefined {
  const read = (address: string | undefined) =>
    address === undefined ? undefined : readAddress(address);
  return strongerReading(read(view?.addressAtStart), read(view?.addressNow))?.reading;
}
