import type { ComponentChildren, JSX } from 'preact';
import type {
  Answer,
  Confidence,
  Guide,
  In2020,
  QuestionId,
  Step,
  StepId,
} from '@/lib/domain/guide';
import { useWords } from '@/lib/i18n';
import { FactList } from './FactList';
import { Icon } from './Icon';

export type GuideViewProps = {
  guide: Guide;
  answers: Partial<Record<QuestionId, Answer>>;
  onAnswer: (question: QuestionId, answer: Answer) => void;
  /** Opens the form; absent where there is nothing to record. */
  onRecord?: (() => void) | undefined;
  /** Set when recording is already begun. */
  hasDraft?: boolean;
  /** What a step needs to be done: a letter, a hand-off (StepHelp.tsx). */
  help?: (step: StepId) => ComponentChildren;
  /** Stands between what it is and what to do. */
  children?: ComponentChildren;
};

const confidenceTone: Record<Confidence, string> = {
  high: 'badge badge-good',
  medium: 'badge badge-brand',
  low: 'badge badge-warn',
};

/** Which case this is, how sure that is and why, and what to do today. */
export function GuideView(props: GuideViewProps): JSX.Element {
  const { guide, answers, onAnswer, onRecord } = props;
  const { t, say } = useWords();
  const asked = guide.question ?? guide.mayAsk;

  return (
    <div class="stack">
      <section class="card" aria-labelledby="case-title">
        <div class="stack-tight">
          <div class="row">
            <span class={confidenceTone[guide.confidence]}>
              {t(`panel.confidence.${guide.confidence}`)}
            </span>
          </div>
          <h2 id="case-title">{say(guide.title)}</h2>
        </div>
        {guide.summary.map((said) => (
          <p key={said.key}>{say(said)}</p>
        ))}
        {asked && (
          <Question
            question={asked}
            answer={answers[asked]}
            deciding={guide.question !== undefined}
            onAnswer={(answer) => onAnswer(asked, answer)}
          />
        )}
        <details open={guide.confidence !== 'high'}>
          <summary>{t('panel.why')}</summary>
          <ul class="evidence">
            {guide.evidence.map(({ from, said }) => (
              <li key={`${from}${said.key}`}>
                <span class="small soft">{t(`panel.evidence.${from}`)}</span>
                <span dir="auto">{say(said)}</span>
              </li>
            ))}
          </ul>
          <AnsweredQuestions answers={answers} asked={asked} onAnswer={onAnswer} />
        </details>
      </section>

      {props.children}

      <section class="card" aria-labelledby="steps-title">
        <h2 id="steps-title">{t('panel.steps')}</h2>
        <Steps steps={guide.steps} help={props.help} />
        {onRecord && guide.canRecord && (
          <button class="button button-primary" type="button" onClick={onRecord}>
            {props.hasDraft ? t('panel.continueRecord') : t('panel.record')}
          </button>
        )}
        {guide.otherRoad && (
          <details>
            <summary>{say(guide.otherRoad.said)}</summary>
            <Steps steps={guide.otherRoad.steps} help={props.help} />
          </details>
        )}
      </section>

      <section class="card card-quiet" aria-label={t('panel.background')}>
        {guide.in2020.length > 0 && (
          <details>
            <summary>{t('panel.in2020')}</summary>
            <In2020List statements={guide.in2020} />
          </details>
        )}
        <details>
          <summary>{t('panel.sources', { count: guide.facts.length })}</summary>
          <FactList facts={guide.facts} />
        </details>
      </section>
    </div>
  );
}

function Question(props: {
  question: QuestionId;
  answer: Answer | undefined;
  deciding: boolean;
  onAnswer: (answer: Answer) => void;
}): JSX.Element {
  const { t } = useWords();
  const id = `question-${props.question}`;
  return (
    <fieldset class="question" aria-describedby={`${id}-hint`}>
      <legend>{t(`panel.question.${props.question}`)}</legend>
      <p id={`${id}-hint`} class="small soft">
        {props.deciding ? t('panel.question.decides') : t('panel.question.surer')}
      </p>
      <AnswerButtons answer={props.answer} onAnswer={props.onAnswer} />
    </fieldset>
  );
}

/** Answers given so far stay visible and can be changed. */
function AnsweredQuestions(props: {
  answers: GuideViewProps['answers'];
  asked: QuestionId | undefined;
  onAnswer: GuideViewProps['onAnswer'];
}): JSX.Element | null {
  const { t } = useWords();
  const given = Object.entries(props.answers) as [QuestionId, Answer][];
  const earlier = given.filter(([question]) => question !== props.asked);
  if (earlier.length === 0) return null;
  return (
    <div class="stack">
      {earlier.map(([question, answer]) => (
        <fieldset class="question" key={question}>
          <legend>{t(`panel.question.${question}`)}</legend>
          <AnswerButtons answer={answer} onAnswer={(next) => props.onAnswer(question, next)} />
        </fieldset>
      ))}
    </div>
  );
}

/** Yes, no, not sure; the chosen one is pressed. */
export function AnswerButtons(props: {
  answer: Answer | undefined;
  onAnswer: (answer: Answer) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div class="choices">
      {(['yes', 'no', 'unsure'] as const).map((answer) => (
        <button
          key={answer}
          class="button"
          type="button"
          aria-pressed={props.answer === answer}
          onClick={() => props.onAnswer(answer)}
        >
          {t(`common.${answer}`)}
        </button>
      ))}
    </div>
  );
}

function Steps(props: { steps: Step[]; help: GuideViewProps['help'] }): JSX.Element {
  const { t, say } = useWords();
  return (
    <ol class="steps">
      {props.steps.map((step) => (
        <li key={step.said.key}>
          <div class="stack-tight">
            <span class="small soft strong">{t(`panel.who.${step.who}`)}</span>
            <span>{say(step.said)}</span>
            {step.link && (
              <a href={step.link.href} target="_blank" rel="noreferrer noopener">
                {say(step.link.said)} <Icon name="open" size={12} />
                <span class="visually-hidden"> {t('panel.newTab')}</span>
              </a>
            )}
            {step.takes && <Aside label={t('panel.takes')}>{say(step.takes)}</Aside>}
            {step.seeThat && <Aside label={t('panel.seeThat')}>{say(step.seeThat)}</Aside>}
            {step.pitfalls?.map((pitfall) => (
              <Aside key={pitfall.key} label={t('panel.pitfall')}>
                {say(pitfall)}
              </Aside>
            ))}
            {props.help?.(step.id)}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Aside(props: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    <p class="small soft">
      <span class="strong">{props.label}</span> {props.children}
    </p>
  );
}

function In2020List({ statements }: { statements: In2020[] }): JSX.Element {
  const { t, say, day } = useWords();
  return (
    <ul class="in-2020">
      {statements.map(({ said, now, since }) => (
        <li key={said.key}>
          <p>{say(said)}</p>
          <p class="small">
            <span class="strong">
              {since ? t('panel.in2020.since', { day: day(since) }) : t('panel.in2020.now')}
            </span>{' '}
            {say(now)}
          </p>
        </li>
      ))}
    </ul>
  );
}
