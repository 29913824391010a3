import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Files that are dropped on an element, or pasted anywhere on the page but in a dialog. While it listens, a file
 * that is dropped beside the element does not open in place of the page. Answers whether files are held over it.
 */
export function useFilesGiven(
  element: RefObject<HTMLElement | null>,
  onFiles: (files: File[], origin: 'dropped' | 'pasted') => void,
): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;

  useEffect(() => {
    const { signal, abort } = stoppable();
    const isInside = (event: Event) => element.current?.contains(event.target as Node) ?? false;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = isInside(event) ? 'copy' : 'none';
      setOver(isInside(event));
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      if (isInside(event)) latest.current([...event.dataTransfer.files], 'dropped');
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || document.querySelector('dialog[open]')) return;
      if (isText(event)) return;
      event.preventDefault();
      latest.current(files, 'pasted');
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('drop', drop, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('paste', paste, { signal });
    return abort;
  }, [element]);

  return isOver;
}

/** A spreadsheet puts a picture of its cells beside their text: where one types, the text is meant. */
function isText({ target, clipboardData }: ClipboardEvent): boolean {
  const isTyping = target instanceof Element && target.matches('input, textarea');
  return isTyping && (clipboardData?.types.includes('text/plain') ?? false);
}

function stoppable() {
  const stop = new AbortController();
  return { signal: stop.signal, abort: () => stop.abort() };
}
