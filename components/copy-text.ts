/**
 * Put a text on the clipboard, within a person's click; rejects when the browser does not allow it.
 * The old command comes first, because it is done before the click is over: where the same click opens the
 * mail program, that takes the focus, and the clipboard's own API refuses a page without it.
 */
export async function copyText(text: string): Promise<void> {
  if (!copiedAtOnce(text)) await navigator.clipboard.writeText(text);
}

function copiedAtOnce(text: string): boolean {
  let copied = false;
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  document.addEventListener('copy', put, { capture: true });
  try {
    document.execCommand('copy');
  } catch {
    return false; // not every browser has the command
  } finally {
    document.removeEventListener('copy', put, { capture: true });
  }
  return copied;
}
