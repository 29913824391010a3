import { maskAddress } from '@/lib/domain/address/address';
import type { Guide } from '@/lib/domain/guide/guide';
import type { TabView } from '@/lib/domain/notice/sighting';
import { type Draft, type DraftIds, freshDraft } from '@/lib/domain/record/draft';
import { prefillFrom } from '@/lib/domain/record/prefill';
import type { AttestationRecord } from '@/lib/domain/record/record';
import type { Settings } from '@/lib/domain/settings';
import { bindDraft, discardDraft, keepDraft, listDrafts } from '@/lib/requests';
import { useAsked } from './use-asked';

export type TabDraft = {
  /** The draft this tab works on. */
  draft: Draft | undefined;
  /** Unfinished drafts of other tabs and days, newest first. */
  others: Draft[];
  /** Begin a new one, also when this tab works on another already. */
  begin: () => Promise<void>;
  resume: (draft: Draft) => Promise<void>;
  discard: (draft: Draft) => Promise<void>;
};

/**
 * The draft of a tab. A draft of another tab is offered but never taken up by itself: the agreement link
 * looks the same for every customer, and one customer's signer must not slip into another's record.
 */
export function useTabDraft(needs: {
  view: TabView | undefined;
  place: string;
  guide: Guide;
  settings: Settings;
  records: AttestationRecord[];
}): TabDraft {
  const { view, place } = needs;
  const drafts = useAsked(() => listDrafts.ask(), 'drafts', ['draftsChanged', 'tab']);
  const newestFirst = [...(drafts.value ?? [])].sort((one, other) =>
    other.changedAt.localeCompare(one.changedAt),
  );

  async function bind(draftId: string): Promise<void> {
    if (view?.tabId !== undefined) await bindDraft.ask({ tabId: view.tabId, draftId });
  }

  return {
    draft: newestFirst.find(({ draftId }) => draftId === view?.draftId),
    others: newestFirst.filter(({ draftId }) => draftId !== view?.draftId),
    async begin() {
      const seen = view && seenIn(view);
      const draft = { ...newDraft(place, needs), ...(seen && { seen }) };
      await keepDraft.ask(draft);
      await bind(draft.draftId);
      drafts.again();
    },
    async resume({ draftId }) {
      await bind(draftId);
    },
    async discard({ draftId }) {
      await discardDraft.ask({ draftId });
      drafts.again();
    },
  };
}

/** What the page said, as evidence: the sentence, and the address it was opened with. */
function seenIn({ sighting }: TabView): AttestationRecord['seen'] {
  if (!sighting) return undefined;
  const { quote, language, addressAtStart, seenAt } = sighting;
  return { quote, language, address: maskAddress(addressAtStart), at: seenAt };
}

/** A draft for this page, or with place `manual` for a case that was reported by phone or mail. */
export function newDraft(
  place: string,
  known: {
    guide: Pick<Guide, 'scenario' | 'found'>;
    settings: Settings;
    records: AttestationRecord[];
  },
): Draft {
  const { guide, settings, records } = known;
  return freshDraft(place, prefillFrom(guide, settings, records), newDraftIds(), new Date());
}

export function newDraftIds(): DraftIds {
  return { draftId: crypto.randomUUID(), attemptId: crypto.randomUUID() };
}
