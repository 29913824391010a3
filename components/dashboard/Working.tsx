import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';

/** Long work going on: what it is, how far it has come, and a way to stop it. `share` is from 0 to 1. */
export function Working(props: {
  label: string;
  share: number;
  onStop?: (() => void) | undefined;
}): JSX.Element {
  const { t, language } = useWords();
  const { label, share } = props;
  const percent = share.toLocaleString(language, { style: 'percent' });
  return (
    <div class="stack-tight">
      <p class="row small">
        <span class="grow">{label}</span>
        <span aria-hidden="true">{percent}</span>
      </p>
      <progress aria-label={label} value={share} max={1}>
        {percent}
      </progress>
      {props.onStop && (
        <div>
          <button class="button" type="button" onClick={props.onStop}>
            {t('evidence.stop')}
          </button>
        </div>
      )}
    </div>
  );
}
