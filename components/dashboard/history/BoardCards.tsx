import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/Icon';
import type { Figures } from '@/lib/domain/history/figures';
import { type Stage, stages } from '@/lib/domain/record/stage';
import { useWords } from '@/lib/i18n';
import { stageIcons } from './stage-looks';

const cards = stages.filter((stage) => stage !== 'withdrawn');

/**
 * How many records are at each stage, and what to do there; pressing a card shows only those. `figures` is
 * undefined until they are counted: the cards then stand in their places without a number.
 */
export function BoardCards(props: {
  figures: Figures | undefined;
  chosen: Stage | '';
  onChoose: (stage: Stage | '') => void;
}): JSX.Element {
  const { t } = useWords();
  const id = useId();
  const [pointed, setPointed] = useState<Stage>();
  const explained = pointed ?? (props.chosen || undefined);
  const card = (stage: Stage) => ({
    stage,
    count: props.figures?.stages[stage],
    pressed: props.chosen === stage,
    aboutId: `${id}-${stage}`,
    onPress: () => props.onChoose(props.chosen === stage ? '' : stage),
    onPoint: (isPointed: boolean) => setPointed(isPointed ? stage : undefined),
  });

  return (
    <section class="board" aria-label={t('board.cards.label')}>
      <div class="board-cards">
        {cards.map((stage) => (
          <Card key={stage} {...card(stage)} />
        ))}
      </div>
      <div class="board-foot">
        <p class={explained ? 'small soft board-about' : 'small soft board-about board-hint'}>
          {explained ? t(`board.about.${explained}`) : t('board.cards.hint')}
        </p>
        <QuietCard {...card('withdrawn')} />
      </div>
      <div hidden>
        {stages.map((stage) => (
          <p key={stage} id={`${id}-${stage}`}>
            {t(`board.about.${stage}`)}
          </p>
        ))}
      </div>
    </section>
  );
}

type CardProps = {
  stage: Stage;
  count: number | undefined;
  pressed: boolean;
  /** The element that says in full what the stage means: what the eye reads under the cards. */
  aboutId: string;
  onPress: () => void;
  onPoint: (isPointed: boolean) => void;
};

function Card(props: CardProps): JSX.Element {
  const { t, language } = useWords();
  const { stage, count } = props;
  return (
    <button
      class={`board-card stage-${stage} ${count === 0 ? 'board-card-none' : ''}`}
      type="button"
      {...pressing(props)}
    >
      <span class="board-name">
        <Icon name={stageIcons[stage]} />
        {t(`board.stage.${stage}`)}
      </span>
      <span class="board-count">
        {count === undefined ? <span class="board-waiting" /> : count.toLocaleString(language)}
      </span>
      <span class="board-next small">{t(`board.next.${stage}`)}</span>
    </button>
  );
}

function QuietCard(props: CardProps): JSX.Element | null {
  const { t, language } = useWords();
  if (!props.count && !props.pressed) return null;
  return (
    <button class="board-quiet small" type="button" {...pressing(props)}>
      <Icon name={stageIcons[props.stage]} size={14} />
      {t(`board.stage.${props.stage}`)} <b>{props.count?.toLocaleString(language)}</b>
    </button>
  );
}

function pressing({ pressed, aboutId, onPress, onPoint }: CardProps) {
  return {
    'aria-pressed': pressed,
    'aria-describedby': aboutId,
    onClick: onPress,
    onMouseEnter: () => onPoint(true),
    onMouseLeave: () => onPoint(false),
    onFocus: () => onPoint(true),
    onBlur: () => onPoint(false),
  };
}
