import type { JSX } from 'preact';
import type { Answer, Answers, QuestionId } from '@/lib/domain/guide/guide';
import { useWords } from '@/lib/i18n';

type OnAnswer = (question: QuestionId, answer: Answer) => void;

/** One question about the customer, with what its answer is good for. */
export function Question(props: {
  question: QuestionId;
  answers: Answers;
  /** Without the answer the case cannot be known. */
  deciding?: boolean;
  onAnswer: OnAnswer;
}): JSX.Element {
  const { question, answers } = props;
  const { t } = useWords();
  const id = `question-${question}`;
  return (
    <fieldset class="question" aria-describedby={`${id}-hint`}>
      <legend>{t(`panel.question.${question}`)}</legend>
      <p id={`${id}-hint`} class="small soft">
        {props.deciding ? t('panel.question.decides') : t('panel.question.surer')}
      </p>
      <AnswerButtons
        answer={answers[question]}
        onAnswer={(answer) => props.onAnswer(question, answer)}
      />
    </fieldset>
  );
}

/** Answers given so far stay visible and can be changed. */
export function AnsweredQuestions(props: {
  answers: Answers;
  asked: QuestionId | undefined;
  onAnswer: OnAnswer;
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
