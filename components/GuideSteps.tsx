import type { ComponentChildren, JSX } from 'preact';
import { spaced } from '@/components/spaced';
import type { Step, StepId } from '@/lib/domain/guide/guide';
import { useWords } from '@/lib/i18n';
import type { GuideViewProps } from './GuideView';
import { Icon } from './Icon';

/** Steps that are done by recording. */
const recording: readonly StepId[] = ['continue-record', 'record-signer', 'collect-evidence'];

/** The road in numbered steps, the first one foremost, and the other road folded under it. */
export function GuideSteps(
  props: Pick<GuideViewProps, 'guide' | 'help' | 'onRecord' | 'hasDraft'>,
): JSX.Element {
  const { guide, help, onRecord } = props;
  const { t, say } = useWords();
  const recordAt =
    onRecord && guide.canRecord ? guide.steps.find(({ id }) => recording.includes(id)) : undefined;
  const record = (tone: string) => (
    <button class={`button ${tone}`} type="button" onClick={onRecord}>
      {props.hasDraft ? t('panel.continueRecord') : t('panel.record')}
    </button>
  );
  return (
    <>
      <ol class="steps">
        {guide.steps.map((step, index) => (
          <StepItem key={step.id} step={step} isFirst={index === 0}>
            {help?.(step.id)}
            {step === recordAt && <div>{record('button-primary')}</div>}
          </StepItem>
        ))}
      </ol>
      {onRecord && guide.canRecord && !recordAt && record('')}
      {guide.otherRoad && (
        <details class="other-road">
          <summary>{say(guide.otherRoad.said)}</summary>
          <ol class="steps">
            {guide.otherRoad.steps.map((step) => (
              <StepItem key={step.id} step={step}>
                {help?.(step.id)}
              </StepItem>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function StepItem(props: {
  step: Step;
  isFirst?: boolean;
  children?: ComponentChildren;
}): JSX.Element {
  const { step } = props;
  const { t, say } = useWords();
  const notes = [
    ...(step.takes ? [{ label: t('panel.takes'), said: step.takes }] : []),
    ...(step.seeThat ? [{ label: t('panel.seeThat'), said: step.seeThat }] : []),
    ...(step.pitfalls ?? []).map((said) => ({ label: t('panel.pitfall'), said })),
  ];
  return (
    <li class={props.isFirst ? 'step-first' : undefined}>
      <div class="stack-tight">
        <span class="small soft strong">{t(`panel.who.${step.who}`)}</span>
        <span class="step-said">{say(step.said)}</span>
        {step.link && (
          <a href={step.link.href} target="_blank" rel="noreferrer noopener">
            {say(step.link.said)} <Icon name="open" size={12} />
            <span class="visually-hidden"> {t('panel.newTab')}</span>
          </a>
        )}
        {props.children}
        {notes.length > 0 && (
          <details class="step-notes">
            <summary class="small" aria-label={`${t('guide.more')}: ${say(step.said)}`}>
              {t('guide.more')}
            </summary>
            <div class="stack-tight">
              {notes.map(({ label, said }) => (
                <p key={said.key} class="small soft">
                  <span class="strong">{spaced(label)}</span>
                  {say(said)}
                </p>
              ))}
            </div>
          </details>
        )}
      </div>
    </li>
  );
}
