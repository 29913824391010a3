import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { IconButton } from '@/components/IconButton';
import { Problem } from '@/components/Problem';
import { useAct } from '@/components/use-act';
import { useAsked } from '@/components/use-asked';
import type { SavedView } from '@/lib/domain/history/saved-view';
import { useWords } from '@/lib/i18n';
import { dropView, keepView, listViews } from '@/lib/requests';
import { Dropdown } from '../Dropdown';
import type { Undoable } from '../use-undo';

/** Lists that were given a name: to go to, rename or delete, and a name for the one on show (`address`). */
export function SavedViews(props: {
  address: string;
  onSaid: (text: string) => void;
  onUndoable: (done: Undoable) => void;
}): JSX.Element {
  const { t, language } = useWords();
  const asked = useAsked(() => listViews.ask(), 'views', ['views']);
  const [renaming, setRenaming] = useState('');
  const { busy, error, act } = useAct();
  const title = useRef<HTMLHeadingElement>(null);
  const views = (asked.value ?? []).toSorted((a, b) => a.name.localeCompare(b.name, language));
  const onShow = views.find(({ address }) => address === props.address);
  const takenBy = (name: string) =>
    views.find((view) => view.name.localeCompare(name, language, { sensitivity: 'base' }) === 0);

  const keep = (view: SavedView, said: string) =>
    act(async () => {
      await keepView.ask(view);
      asked.again();
      setRenaming('');
      title.current?.focus();
      props.onSaid(said);
    });
  const drop = (view: SavedView) =>
    act(async () => {
      await dropView.ask({ viewId: view.viewId });
      asked.again();
      title.current?.focus();
      const name = { name: view.name };
      props.onUndoable({
        said: t('board.views.deleted', name),
        undo: async () => {
          await keepView.ask(view);
          return t('board.views.back', name);
        },
      });
    });

  return (
    <Dropdown icon="bookmark" label={onShow?.name ?? t('board.views')}>
      {(close) => (
        <>
          <h2 class="small-title" ref={title} tabIndex={-1}>
            {t('board.views.list')}
          </h2>
          <Problem error={asked.error ?? error} />
          {asked.value?.length === 0 && <p class="small soft">{t('board.views.none')}</p>}
          <ul class="views">
            {views.map((view) =>
              view.viewId === renaming ? (
                <li key={view.viewId}>
                  <NameForm
                    first={view.name}
                    submit={t('board.views.rename')}
                    busy={busy}
                    isTaken={(name) => (takenBy(name) ?? view).viewId !== view.viewId}
                    onCancel={() => setRenaming('')}
                    onName={(name) => keep({ ...view, name }, t('board.views.renamed', { name }))}
                  />
                </li>
              ) : (
                <li key={view.viewId} class="view-line">
                  <a
                    href={view.address}
                    dir="auto"
                    aria-current={view === onShow ? 'true' : undefined}
                    onClick={close}
                  >
                    {view.name}
                  </a>
                  <IconButton
                    icon="edit"
                    label={t('board.views.renameNamed', { name: view.name })}
                    onClick={() => setRenaming(view.viewId)}
                  />
                  <IconButton
                    icon="trash"
                    label={t('board.views.deleteNamed', { name: view.name })}
                    onClick={() => drop(view)}
                  />
                </li>
              ),
            )}
          </ul>
          {!onShow && renaming === '' && (
            <NameForm
              first=""
              submit={t('board.views.save')}
              busy={busy}
              hint={t('board.views.noText')}
              isTaken={(name) => takenBy(name) !== undefined}
              onName={(name) => {
                const view = { viewId: crypto.randomUUID(), name, address: props.address };
                void keep(view, t('board.views.saved', { name })).then((kept) => kept && close());
              }}
            />
          )}
        </>
      )}
    </Dropdown>
  );
}

/** A name for a view: one that is not empty and no other view's. */
function NameForm(props: {
  first: string;
  submit: string;
  busy: boolean;
  hint?: string;
  isTaken: (name: string) => boolean;
  onName: (name: string) => void;
  onCancel?: () => void;
}): JSX.Element {
  const { t } = useWords();
  const [name, setName] = useState(props.first);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isRenaming = props.onCancel !== undefined;
  useEffect(() => {
    if (isRenaming) form.current?.querySelector('input')?.select();
  }, [isRenaming]);
  const wanted = name.trim();
  const problem =
    wanted === ''
      ? t('board.views.problem.name')
      : props.isTaken(wanted)
        ? t('board.views.problem.taken')
        : undefined;
  return (
    <form
      class="stack-tight"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problem === undefined && !props.busy) props.onName(wanted);
      }}
    >
      <Field
        label={t('board.views.name')}
        value={name}
        maxLength={80}
        hint={props.hint}
        problem={tried ? problem : undefined}
        onInput={setName}
      />
      <div class="row">
        <button class="button" type="submit" aria-disabled={props.busy}>
          {props.submit}
        </button>
        {props.onCancel && (
          <button class="button button-subtle" type="button" onClick={props.onCancel}>
            {t('board.views.keep')}
          </button>
        )}
      </div>
    </form>
  );
}
