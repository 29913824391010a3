/** A number that stands for a text, by FNV-1a over its characters; never 0. Two texts may share one, so whatever is found by it is looked at. */
export function textCode(text: string): number {
  let code = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) code = Math.imul(code ^ text.charCodeAt(at), 0x01000193);
  return code >>> 0 || 1;
}
