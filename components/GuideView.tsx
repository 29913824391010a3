import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { spaced } from '@/components/spaced';
import type {
  Answer,
  Claim,
  Confidence,
  Guide,
  In2020,
  QuestionId,
  StepId,
} from '@/lib/domain/guide/guide';
import { useWords } from '@/lib/i18n';
import { ClaimChooser } from './ClaimChooser';
import { FactList } from './FactList';
import { AnsweredQuestions, Question } from './GuideQuestions';
import { GuideSteps } from './GuideSteps';
import './guide.css';

export type GuideViewProps = {
  guide: Guide;
  answers: Partial<Record<QuestionId, Answer>>;
  onAnswer: (question: QuestionId, answer: Answer) => void;
  /** What the person says it is instead; absent where a look-up has said so already. */
  claim?: Claim | undefined;
  onClaim?: (claim: Claim | undefined) => void;
  /** Opens the form; absent where there is nothing to record. */
  onRecord?: (() => void) | undefined;
  /** Set when recording is already begun. */
  hasDraft?: boolean;
  /** Leads to the answers that the steps were made for. */
  onProfile?: (() => void) | undefined;
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

/** Which case this is, what to do today, then why and on what it rests. */
export function GuideView(props: GuideViewProps): JSX.Element {
  const { guide, answers, onClaim } = props;
  const { t, say } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  const answering = useRef(false);
  const onAnswer: GuideViewProps['onAnswer'] = (question, answer) => {
    answering.current = true;
    props.onAnswer(question, answer);
  };
  // The pressed button may go with its question: the keyboard then stands on what the answer led to.
  useEffect(() => {
    if (answering.current && document.activeElement === document.body) title.current?.focus();
    answering.current = false;
  }, [answers]);
  const saysNothing = guide.case === 'no-notice';
  const chooser = onClaim && (
    <ClaimChooser claim={props.claim} unseen={saysNothing} onClaim={onClaim} />
  );

  return (
    <div class="stack guide">
      <section class="card" aria-labelledby="case-title">
        <div class="stack-tight">
          <div class="row">
            <SureBadge guide={guide} />
          </div>
          <h2 id="case-title" ref={title} tabIndex={-1}>
            {say(guide.title)}
          </h2>
          {guide.summary.map((said) => (
            <p key={said.key}>{say(said)}</p>
          ))}
        </div>
        {guide.question && (
          <Question question={guide.question} answers={answers} deciding onAnswer={onAnswer} />
        )}
        {saysNothing && chooser}
      </section>

      {props.children}

      <section class="card" aria-labelledby="steps-title">
        <div class="stack-tight">
          <h2 id="steps-title">{t('panel.steps')}</h2>
          <RestsOn guide={guide} onProfile={props.onProfile} />
        </div>
        <GuideSteps {...props} />
      </section>

      <section class="card card-quiet" aria-label={t('panel.background')}>
        {guide.mayAsk && !guide.question && (
          <Question question={guide.mayAsk} answers={answers} onAnswer={onAnswer} />
        )}
        <details>
          <summary>{t('panel.why')}</summary>
          <ul class="evidence">
            {guide.evidence.map(({ from, said }) => (
              <li key={`${from}${said.key}`}>
                <span class="small soft">{t(`panel.evidence.${from}`)}</span>
                <span dir="auto">{say(said)}</span>
              </li>
            ))}
          </ul>
          <AnsweredQuestions
            answers={answers}
            asked={guide.question ?? guide.mayAsk}
            onAnswer={onAnswer}
          />
        </details>
        {!saysNothing && chooser && (
          <details open={props.claim !== undefined}>
            <summary>{t('guide.claim.open')}</summary>
            {chooser}
          </details>
        )}
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

/** How sure it is; what rests on a report alone is as sure as the report. */
function SureBadge({ guide }: { guide: Guide }): JSX.Element {
  const { t } = useWords();
  if (guide.case === 'no-notice') return <span class="badge">{t('guide.badge.nothing')}</span>;
  if (guide.onlyReported) return <span class="badge">{t('guide.badge.reported')}</span>;
  return (
    <span class={confidenceTone[guide.confidence]}>
      {t(`panel.confidence.${guide.confidence}`)}
    </span>
  );
}

/** Whom the steps are for: the answers they rest on, and the way to change them. */
function RestsOn(props: Pick<GuideViewProps, 'guide' | 'onProfile'>): JSX.Element {
  const { t } = useWords();
  const { partnerType, role } = props.guide.restsOn;
  return (
    <p class="small soft">
      {spaced(
        t('guide.restsOn', {
          type: t(`settings.partnerType.${partnerType}`),
          role: t(`settings.role.${role}`),
        }),
      )}
      {props.onProfile && (
        <button
          class="link-button"
          type="button"
          aria-label={t('guide.restsOn.changeNamed')}
          onClick={props.onProfile}
        >
          {t('guide.restsOn.change')}
        </button>
      )}
    </p>
  );
}

function In2020List({ statements }: { statements: In2020[] }): JSX.Element {
  const { t, say, day } = useWords();
  return (
    <ul class="in-2020">
      {statements.map(({ said, now, since, asOf }) => (
        <li key={said.key}>
          <p>{say(said)}</p>
          <p class="small">
            <span class="strong">
              {spaced(
                since
                  ? t('panel.in2020.since', { day: day(since) })
                  : t('guide.in2020.asOf', { day: day(asOf ?? '') }),
              )}
            </span>
            {say(now)}
          </p>
        </li>
      ))}
    </ul>
  );
}
