import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  acceptanceLinkIn,
  holdsMaskedLink,
  maskAcceptanceLinks,
} from '@/lib/domain/address/address-text';
import { type Finding, lookUp, nothingFoundAdvice } from '@/lib/domain/look-up/look-up';
import { matchNotice } from '@/lib/domain/notice/notice-language';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { useWords } from '@/lib/i18n';
import { keepDraft, listRecords, takeAsked } from '@/lib/requests';
import { Icon } from '../Icon';
import { IconButton } from '../IconButton';
import { MessageBar } from '../MessageBar';
import type { PageProps } from '../mount';
import { newDraft } from '../use-tab-draft';
import { useTabView } from '../use-tab-view';
import { FindingDetail, type RecordStart } from './FindingDetail';
import { FindingLine, RecordLine } from './ResultLines';
import { TabLine } from './TabLine';
import { useRecordsLike } from './use-records-like';
import './popup.css';

export type PopupProps = PageProps & {
  /** The current tab. */
  tabId: number | undefined;
  /** Its page's address, which the browser tells only where the person opened the popup. */
  address: string | undefined;
  /** Opens a page of ours in a tab: `/dashboard.html#/…`. */
  onOpen: (page: string) => void;
  /** Opens the browser's side panel; absent where there is none. */
  onOpenPanel?: (() => void) | undefined;
};

type Result = { kind: 'finding'; finding: Finding } | { kind: 'record'; record: AttestationRecord };

const examples = ['13605', '600061', 'popup.example.who', 'popup.example.scenario'] as const;

/** Search first: whatever a customer or an order said, explained; or the customer's records. */
export function Popup(props: PopupProps): JSX.Element {
  const { settings, onOpen } = props;
  const { t, say } = useWords();
  const view = useTabView(props.tabId);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [detail, setDetail] = useState<Finding>();
  // A pasted acceptance link: here and nowhere else, so that it can be shown when asked for.
  const [secret, setSecret] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const asked = text.trim();
  const findings = asked === '' ? [] : lookUp(asked, { matchNotice, say, limit: 8 });
  // What is explained already is no mistyped name; a domain or an address may be one.
  const mayGuess = findings.every(({ kind }) => kind === 'domain' || kind === 'email');
  const { records, isPending, isNearly } = useRecordsLike(asked, mayGuess);
  const results: Result[] = [
    ...findings.map((finding) => ({ kind: 'finding' as const, finding })),
    ...records.map((record) => ({ kind: 'record' as const, record })),
  ];

  // The popup is opened to type: its one field has the focus, also after coming back from a detail.
  useEffect(() => {
    if (!detail) input.current?.focus();
  }, [detail]);

  // What a first look-up makes once is made before the first key waits for it.
  useEffect(() => {
    // So is what the worker reads of the records: it answers the next question from memory.
    listRecords.ask({ text: 'who may attest', limit: 1 }).catch(() => {});
    const soon = setTimeout(() => lookUp('who may attest', { matchNotice, say }));
    return () => clearTimeout(soon);
  }, [say]);

  // Opened from the menu of selected text or the address bar: that text is what to look up.
  useEffect(() => {
    void takeAsked.ask().then((waiting) => waiting && type(waiting));
  }, []);

  function type(typed: string): void {
    const masked = maskAcceptanceLinks(typed);
    setSecret(holdsMaskedLink(masked) ? (acceptanceLinkIn(typed) ?? secret) : undefined);
    setText(masked);
    setActive(0);
  }

  function choose(result: Result | undefined): void {
    if (!result) return;
    if (result.kind === 'record') onOpen(`/dashboard.html#/record/${result.record.recordId}`);
    else setDetail(result.finding);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // An input method sends its own Enter and Escape while it composes.
    if (event.isComposing) return;
    const last = results.length - 1;
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? last : active - 1);
    else if (event.key === 'Enter') choose(results[active]);
    else if (event.key === 'Escape' && text !== '') type('');
    else return;
    event.preventDefault();
  }

  async function recordByHand(start: RecordStart = {}) {
    const { scenario = 'unknown', records = [], ...known } = start;
    const found = { customerTenantId: '', customerDomain: '', ...known };
    const draft = newDraft('manual', { guide: { scenario, found }, settings, records });
    await keepDraft.ask(draft);
    onOpen(`/dashboard.html#/draft/${draft.draftId}`);
  }

  if (detail) {
    return (
      <FindingDetail
        finding={detail}
        asked={asked}
        secret={secret}
        settings={settings}
        onBack={() => setDetail(undefined)}
        onRecord={recordByHand}
        onOpen={onOpen}
      />
    );
  }

  return (
    <main class="popup">
      <header class="popup-header">
        <span class="brand">
          <Icon name="seal" size={20} />
          <h1>{t('common.product')}</h1>
        </span>
        <nav class="row" aria-label={t('panel.ways')}>
          {props.onOpenPanel && (
            <IconButton
              icon="sidePanel"
              label={t('panel.openBeside')}
              onClick={props.onOpenPanel}
            />
          )}
          <IconButton
            icon="history"
            label={t('panel.history')}
            onClick={() => onOpen('/dashboard.html#/')}
          />
          <IconButton
            icon="settings"
            label={t('panel.settings')}
            onClick={() => onOpen('/dashboard.html#/settings')}
          />
        </nav>
      </header>

      <TabLine
        view={view}
        settings={settings}
        address={props.address}
        onOpenPanel={props.onOpenPanel}
      />

      <div class="search">
        <Icon name="search" size={18} />
        <input
          ref={input}
          class="input"
          type="text"
          dir="auto"
          role="combobox"
          aria-label={t('popup.search')}
          aria-expanded={results.length > 0}
          aria-controls="results"
          aria-activedescendant={results.length > 0 ? `result-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellcheck={false}
          placeholder={t('popup.search.hint')}
          value={text}
          onInput={(event) => {
            type(event.currentTarget.value);
            // The box is the browser's: where the mask changed nothing that we drew, it would keep the link.
            event.currentTarget.value = maskAcceptanceLinks(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>

      {asked === '' ? (
        <div class="stack-tight">
          <p class="small soft">{t('popup.examples')}</p>
          <div class="choices">
            {examples.map((example) => {
              const words = example.startsWith('popup.')
                ? t(example as 'popup.example.who')
                : example;
              return (
                <button key={example} class="chip" type="button" onClick={() => type(words)}>
                  {words}
                </button>
              );
            })}
          </div>
        </div>
      ) : (
        <p class="visually-hidden" role="status">
          {t('popup.results', { count: results.length })}
        </p>
      )}

      {/* Always there, so that the field's aria-controls names something. */}
      <div id="results" class="results" role="listbox" aria-label={t('popup.resultList')}>
        {results.map((result, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above moves and chooses by key
          <div
            key={keyOf(result, index)}
            id={`result-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            onClick={() => choose(result)}
            onMouseMove={() => setActive(index)}
          >
            {result.kind === 'finding' ? (
              <FindingLine finding={result.finding} />
            ) : (
              <RecordLine record={result.record} isNearly={isNearly} />
            )}
          </div>
        ))}
      </div>

      {asked !== '' && results.length === 0 && !isPending && (
        <MessageBar tone="info">
          <p class="strong">{t('popup.nothing')}</p>
          {nothingFoundAdvice.map((said) => (
            <p key={said.key}>{t(said.key, said.values)}</p>
          ))}
        </MessageBar>
      )}

      <footer class="popup-footer">
        <button class="button" type="button" onClick={() => void recordByHand()}>
          <Icon name="add" /> {t('popup.byHand')}
        </button>
        <p class="small soft">{t('common.independent')}</p>
      </footer>
    </main>
  );
}

function keyOf(result: Result, index: number): string {
  return result.kind === 'record' ? result.record.recordId : `${result.finding.kind}-${index}`;
}
