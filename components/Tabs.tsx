import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';

export type TabsProps<Id extends string> = {
  label: string;
  tabs: { id: Id; label: string; marked?: boolean }[];
  chosen: Id;
  onChoose: (id: Id) => void;
  children: ComponentChildren;
};

/** Tabs as the ARIA practices have them: one stop for Tab, arrows move and choose. */
export function Tabs<Id extends string>(props: TabsProps<Id>): JSX.Element {
  const { tabs, chosen, onChoose } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent): void {
    const rightToLeft = getComputedStyle(list.current!).direction === 'rtl';
    const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
    const backward = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const to =
      event.key === forward
        ? at + 1
        : event.key === backward
          ? at - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? tabs.length - 1
              : undefined;
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + tabs.length) % tabs.length;
    onChoose(tabs[index]!.id);
    (list.current?.children[index] as HTMLElement | undefined)?.focus();
  }

  return (
    <>
      <div class="tabs" role="tablist" aria-label={props.label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            class={tab.marked ? 'tab tab-marked' : 'tab'}
            type="button"
            role="tab"
            aria-selected={tab.id === chosen}
            aria-controls={`${id}-page`}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => onChoose(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div class="tab-page" role="tabpanel" id={`${id}-page`} aria-labelledby={`${id}-${chosen}`}>
        {props.children}
      </div>
    </>
  );
}
