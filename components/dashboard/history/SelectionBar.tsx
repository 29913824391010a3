import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/Icon';
import { Problem } from '@/components/Problem';
import { useAct } from '@/components/use-act';
import { idsOf } from '@/lib/domain/history/listed-rows';
import { useWords } from '@/lib/i18n';
import { type Narrowing, takeList } from './take-list';
import type { Selection } from './use-selection';

/** What is chosen and what can be done with it; `total` is how many records fit `narrowing`. */
export function SelectionBar(props: {
  selection: Selection;
  narrowing: Narrowing;
  page: readonly string[];
  total: number;
  onMark: () => void;
  onExport: (recordIds: readonly string[]) => void;
}): JSX.Element {
  const { t } = useWords();
  const { selection, page, total } = props;
  const { chosen } = selection;
  const { busy, error, act } = useAct();
  const [gathered, setGathered] = useState(0);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const isWholePage = page.length > 0 && page.every((recordId) => chosen.has(recordId));

  const chooseAll = () =>
    act(async () => {
      stop.current = new AbortController();
      const all = await takeList(props.narrowing, stop.current.signal, setGathered);
      if (all) selection.chooseAll(all.parts.flatMap(idsOf));
    });

  return (
    <fieldset class="plain selection" aria-label={t('board.select.actions')}>
      <strong>{t('board.select.count', { count: chosen.size })}</strong>
      {busy && (
        <>
          <span class="soft" role="status">
            {t('board.select.gathering', { count: gathered })}
          </span>
          <button class="button" type="button" onClick={() => stop.current.abort()}>
            {t('board.mark.stop')}
          </button>
        </>
      )}
      {!busy && isWholePage && chosen.size < total && (
        <button class="link-button" type="button" onClick={() => void chooseAll()}>
          {t('board.select.allMatching', { count: total })}
        </button>
      )}
      <button class="button" type="button" onClick={props.onMark}>
        <Icon name="history" />
        {t('board.select.mark')}
      </button>
      <button class="button" type="button" onClick={() => props.onExport([...chosen])}>
        <Icon name="download" />
        {t('board.select.export')}
      </button>
      <button class="button button-subtle" type="button" onClick={selection.clear}>
        <Icon name="close" />
        {t('board.select.clear')}
      </button>
      <Problem error={error} />
    </fieldset>
  );
}
