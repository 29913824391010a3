import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StepHelp } from '@/components/StepHelp';
import { useLetters } from '@/components/use-letters';
import type { StepId } from '@/lib/domain/guide/guide';
import { letterLanguages } from '@/lib/domain/letters/customer-letter';
import { readHandOff } from '@/lib/domain/letters/hand-off';
import { emptyAttestation } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { defaultSettings, type Settings } from '@/lib/domain/settings';
import { WordsProvider } from '@/lib/i18n';
import { readRecords } from '@/lib/requests';
import { wordsFor } from '@/lib/words';
import { contoso } from '../lib/store/setup';
import { all, click, field, save, startBrowser, text, the, type } from './dashboard/show';

const robin: Settings = {
  ...defaultSettings,
  recorderName: 'Robin Berg',
  partnerType: 'indirect-reseller',
  providerName: 'Nordlicht',
  providerEmail: 'csp@nordlicht.example',
};
const acceptanceLink =
  'https://cdn.partner.microsoft.com/mca/?attestationid=deadbeef-0000-4000-8000-000000000001';

let root: HTMLElement;
let places = 0;
let place = '';

beforeEach(() => {
  startBrowser();
  if (root) render(null, root);
  root?.remove();
  root = document.body.appendChild(document.createElement('div'));
  places += 1;
  place = `place ${places}`;
});

type Shown = {
  step: StepId;
  known?: typeof contoso;
  collected?: AttestationRecord | typeof contoso;
  settings?: Settings;
  draftId?: string;
  language?: 'en' | 'zh-TW';
  onRecord?: () => void;
};

function Step(props: Shown) {
  const letters = useLetters(place, props.draftId);
  return (
    <WordsProvider value={wordsFor(props.language ?? 'en', [])}>
      <StepHelp
        step={props.step}
        known={props.known ?? contoso}
        collected={props.collected}
        settings={props.settings ?? robin}
        letters={letters}
        onRecord={props.onRecord}
      />
    </WordsProvider>
  );
}

async function show(shown: Shown): Promise<void> {
  await act(async () => render(<Step {...shown} />, root));
}

const letter = () => field('Text').value;
/** What the page hands to the clipboard, taken where the browser would take it. */
function watchClipboard(): string[] {
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (copy) => {
    copied.push(copy);
  });
  return copied;
}

it.each(['check-account', 'customer-accepts', 'verify'] as const)(
  '%s needs no paper',
  async (step) => {
    await show({ step });
    expect(root.innerHTML).toBe('');
  },
);

describe('the letter', () => {
  async function open(step: StepId = 'ask-direct', more: Partial<Shown> = {}) {
    await show({ step, ...more });
    await click(the('button', 'Write the letter'));
  }

  it('opens in the customer’s language with what is known filled in', async () => {
    await open();
    expect(field('Language of the letter').value).toBe('de');
    expect(field('Recipient’s name').value).toBe('Léa Müller');
    expect(field('Recipient’s email').value).toBe('lea@contoso.example');
    expect(field('Text').lang).toBe('de');
    expect(field('Text').dir).toBe('ltr');
    expect(letter()).toMatch(/^Guten Tag Léa Müller,/);
    expect(letter()).toContain('Robin Berg');
    expect(letter()).toContain('AdminPortal/Home?ref=/BillingAccounts/agreement');
  });

  it('says which button opened it, and closes again', async () => {
    await open();
    expect(the('button', 'Close the letter').getAttribute('aria-expanded')).toBe('true');
    await click(the('button', 'Close the letter'));
    expect(the('button', 'Write the letter').getAttribute('aria-expanded')).toBe('false');
    expect(document.querySelector('textarea')).toBeNull();
  });

  it.each([
    ['a country without an agreed language', { country: 'JP', language: '' }, 'en', 'ja'],
    ['no country, for an English user', { country: '', language: '' }, 'en', 'en'],
    ['no country, for a user in Taiwan', { country: '', language: '' }, 'zh-TW', 'zh-TW'],
    ['a country whose language has no letter', { country: 'UA', language: '' }, 'zh-TW', 'en'],
  ] as const)('begins with the likeliest language: %s', async (_, where, ui, expected) => {
    await show({ step: 'ask-direct', known: { ...contoso, ...where }, language: ui });
    await click(all('button')[0]!);
    expect(document.querySelector('select')!.value).toBe(expected);
  });

  it('offers every language by its name in the user’s language', async () => {
    await show({ step: 'ask-direct', language: 'zh-TW' });
    await click(all('button')[0]!);
    const options = [...document.querySelectorAll('option')];
    expect(options.map(({ value }) => value).sort()).toEqual([...letterLanguages].sort());
    expect(options.map((option) => text(option))).toEqual(
      expect.arrayContaining(['德文', '繁體中文']),
    );
  });

  it('names the blanks that are left, and fills them as they are typed', async () => {
    const known = { ...emptyAttestation, country: 'GB' };
    await open('ask-direct', { known, settings: { ...robin, recorderName: '' } });
    expect(text()).toContain('Still to be filled in: [name] [company] [your name]');
    await type(field('Recipient’s name'), 'Jane Doe');
    await type(field('Customer’s company'), 'Alder & Finch');
    expect(letter()).toContain('Dear Jane Doe,');
    expect(text()).toContain('Still to be filled in: [your name]');
  });

  it('keeps what was changed, language by language, until it is undone', async () => {
    await open();
    await type(field('Text'), 'Hallo Léa');
    await type(field('Language of the letter'), 'fr');
    expect(letter()).toMatch(/^Bonjour/);
    await type(field('Language of the letter'), 'de');
    expect(letter()).toBe('Hallo Léa');
    await show({ step: 'check-account' });
    await show({ step: 'ask-direct' });
    expect(letter()).toBe('Hallo Léa');
    expect(text()).toContain('The letter is not stored');
    await click(the('button', 'Undo my changes'));
    expect(letter()).toMatch(/^Guten Tag Léa Müller,/);
  });

  it('does not show one draft’s letter with another one', async () => {
    await open('ask-direct', { draftId: 'one' });
    await type(field('Text'), 'Hallo Léa');
    await show({ step: 'ask-direct', draftId: 'two' });
    expect(document.querySelector('textarea')).toBeNull();
    await click(the('button', 'Write the letter'));
    expect(letter()).toMatch(/^Guten Tag/);
  });

  it('goes on with the letter when its draft is begun afterwards', async () => {
    await open('ask-direct');
    await type(field('Text'), 'Hallo Léa');
    await show({ step: 'ask-direct', draftId: 'one' });
    expect(letter()).toBe('Hallo Léa');
  });

  it('copies the text as it stands and says so politely', async () => {
    const copied = watchClipboard();
    await open();
    await type(field('Text'), 'Hallo Léa');
    await click(the('button', 'Copy the text'));
    await click(the('button', 'Copy the subject'));
    expect(copied).toEqual(['Hallo Léa', expect.stringContaining('Microsoft-Kundenvereinbarung')]);
    const status = document.querySelector('[role="status"]')!;
    expect(text(status)).toBe('Copied');
  });

  it('says when the browser did not allow copying', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await open();
    await click(the('button', 'Copy the text'));
    expect(text(document.querySelector('[role="status"]')!)).toContain('copy it by hand');
  });

  it('opens in the mail program, in a tab of its own', async () => {
    await open();
    const link = the('link', 'Open in the mail program') as HTMLAnchorElement;
    expect(link.target).toBe('_blank');
    expect(link.href).toMatch(/^mailto:lea@contoso.example\?subject=.+&body=Guten%20Tag/);
  });

  it('copies a body that is too long to be handed over, with the same click', async () => {
    const copied = watchClipboard();
    await open('ask-direct', { known: { ...contoso, country: 'JP', language: 'ja-JP' } });
    const link = the('link', 'Open in the mail program') as HTMLAnchorElement;
    expect(link.href).not.toContain('body=');
    expect(text()).toContain('too long for the browser to hand over');
    link.addEventListener('click', (event) => event.preventDefault());
    await click(link);
    expect(copied).toEqual([letter()]);
  });

  it('leaves the link a blank and says that it is a secret', async () => {
    await open('send-link');
    expect(letter()).toContain('[Link zur Zustimmung]');
    expect(letter()).not.toContain('http');
    expect(text()).toContain('The link is a secret');
  });

  it.each(['Acceptance link', 'Text'])(
    'masks a link pasted into “%s” on the screen, and fills it in where the letter leaves',
    async (where) => {
      const copied = watchClipboard();
      await open('send-link');
      const around = where === 'Text' ? `${letter()}\n` : '';
      await type(field(where), `${around}${acceptanceLink}`);
      expect(letter()).toContain('https://cdn.partner.microsoft.com/mca/•••');
      const box = field('Acceptance link') as HTMLInputElement;
      expect(box.type).toBe('password');
      expect(box.value).toBe(acceptanceLink);
      const link = the('link', 'Open in the mail program') as HTMLAnchorElement;
      expect(document.body.innerHTML).not.toContain('deadbeef');
      link.addEventListener('click', (event) => {
        event.preventDefault();
        opened.push((event.currentTarget as HTMLAnchorElement).href);
      });
      const opened: string[] = [];
      await click(link);
      await click(the('button', 'Copy the text'));
      expect(copied.at(-1)).toContain(acceptanceLink);
      expect(copied.at(-1)).not.toContain('•••');
      expect(decodeURIComponent(opened[0]!)).toContain(acceptanceLink);
      expect(link.href).not.toContain('deadbeef');
    },
  );

  it('shows the link only when asked, and hides it again', async () => {
    await open('send-link');
    await type(field('Acceptance link'), acceptanceLink);
    expect(text()).toContain('whoever has this link can accept without signing in');
    await click(the('button', 'Show link'));
    expect((field('Acceptance link') as HTMLInputElement).type).toBe('text');
    await click(the('button', 'Hide link'));
    expect((field('Acceptance link') as HTMLInputElement).type).toBe('password');
  });

  it('says when what was pasted is no acceptance link', async () => {
    await open('send-link');
    await type(field('Acceptance link'), 'https://contoso.example/');
    expect(text()).toContain('not an address of Microsoft’s acceptance page');
  });

  it('keeps a subject on one line', async () => {
    await open();
    await type(field('Subject'), 'one\ntwo');
    expect(field('Subject').value).toBe('one two');
  });
});

describe('the hand-off', () => {
  async function open(collected?: Shown['collected'], settings = robin) {
    await show({ step: 'hand-to-provider', settings, ...(collected && { collected }) });
    await click(the('button', 'Prepare the hand-off'));
  }

  it('is made from what is known where nothing is collected, and leads on to recording', async () => {
    const recorded = vi.fn();
    await show({ step: 'hand-to-provider', settings: robin, onRecord: recorded });
    await click(the('button', 'Prepare the hand-off'));
    expect(text()).toContain('Made from what is known so far');
    expect(text()).toContain('Contoso GmbH');
    expect(text()).toContain('Robin Berg');
    expect(text()).not.toContain('Made from the draft');
    await click(the('button', 'Record the rest'));
    expect(recorded).toHaveBeenCalledOnce();
  });

  it('says in words what is missing', async () => {
    await open({ ...contoso, email: '', evidenceNote: '' });
    expect(text()).toContain('Still missing: Email address and Evidence.');
    expect(text()).toContain('Made from the draft');
  });

  it('leaves out an acceptance link that was pasted into the evidence', async () => {
    const copied = watchClipboard();
    await open({ ...contoso, evidenceNote: acceptanceLink });
    await click(the('button', 'Copy as text'));
    expect(copied[0]).toContain('Contoso GmbH');
    expect(copied[0] + text()).not.toContain('deadbeef');
  });

  it('is saved as a file that Countersign reads', async () => {
    const blobs: Blob[] = [];
    const names: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:0';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    const record = await save({ evidenceNote: 'Scan' });
    await open(record);
    expect(text()).toContain('Nothing is missing.');
    await click(the('button', 'Save as a file'));
    expect(names).toEqual([
      expect.stringMatching(
        new RegExp(`^countersign-hand-off-${record.number}-.{10}-1(-[0-9a-f]{4}){4}\\.json$`),
      ),
    ]);
    expect(readHandOff(await blobs[0]!.text())).toMatchObject({
      pack: { recordNumber: record.number, attestation: { email: 'lea@contoso.example' } },
    });
    expect(text()).toContain(`The file is in your downloads: ${names[0]}`);
  });

  it('writes into the record that it was handed over, once', async () => {
    const record = await save();
    await open(record);
    await click(the('button', 'Write down: handed over'));
    expect(text()).toContain(`Written into ${record.number}`);
    expect(all('button').map((button) => text(button))).not.toContain('Write down: handed over');
    const [now] = await readRecords.ask({ recordIds: [record.recordId] });
    expect(now!.state).toBe('handed-to-provider');
    expect(now!.moves).toMatchObject([{ note: 'To: Nordlicht', by: { name: 'Robin Berg' } }]);
  });

  it('asks who handed it over where nobody is named', async () => {
    const record = await save();
    await open(record, { ...robin, recorderName: '' });
    await click(the('button', 'Write down: handed over'));
    expect(text()).toContain('Enter your name');
    await type(field('Your name'), 'Ada');
    await click(the('button', 'Write down: handed over'));
    const [now] = await readRecords.ask({ recordIds: [record.recordId] });
    expect(now!.moves).toMatchObject([{ by: { name: 'Ada' } }]);
  });

  it('offers nothing to write where there is no record yet', async () => {
    await open(contoso);
    expect(all('button').map((button) => text(button))).not.toContain('Write down: handed over');
  });
});

describe('the agreement’s text', () => {
  it.each([
    [
      'DE',
      'de-DE',
      'There, choose Germany and German (Germany). Also offered there: American English.',
    ],
    [
      'TW',
      '',
      'There, choose Taiwan and Traditional Chinese. Also offered there: American English.',
    ],
    [
      'TW',
      'en-US',
      'There, choose Taiwan and American English. Also offered there: Traditional Chinese.',
    ],
    ['GB', '', 'There, choose United Kingdom and American English.'],
    ['', '', 'There, choose the customer’s country and language.'],
    ['ZZ', 'de-DE', 'There, choose the customer’s country and language.'],
  ])('for %s and %s says what to choose', async (country, language, said) => {
    await show({ step: 'record-signer', known: { ...contoso, country, language } });
    expect(text()).toBe(said);
  });
});
