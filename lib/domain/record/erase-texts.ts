import type { AttestationRecord } from './record';

/** Where a record's texts stand that are part of the chain and cannot be erased. */
export type KeptText = {
  place: 'evidenceNote' | 'reference' | 'companyName' | 'note' | 'reason' | 'seen';
  text: string;
};

/**
 * Texts of a record that stay when its person is erased, though they seem to name that person: they were written into
 * the chain. Each text once, in the order in which the record tells them.
 */
export function keptTextsNaming({
  versions,
  moves,
  erasures,
  seen,
}: AttestationRecord): KeptText[] {
  const traces = versions.flatMap(({ attestation }) => {
    const { firstName, lastName, email, phoneNumber } = attestation;
    return [firstName, lastName, email, phoneNumber]
      .map(folded)
      .filter((trace) => trace.length > 1);
  });
  const texts: KeptText[] = [
    ...versions.flatMap(({ attestation, reason }): KeptText[] => [
      { place: 'companyName', text: attestation.companyName },
      { place: 'evidenceNote', text: attestation.evidenceNote },
      { place: 'reference', text: attestation.reference },
      { place: 'reason', text: reason },
    ]),
    ...moves.map(({ note }): KeptText => ({ place: 'note', text: note })),
    ...erasures.map(({ reason }): KeptText => ({ place: 'reason', text: reason })),
    ...(seen ? [{ place: 'seen' as const, text: `${seen.quote} ${seen.address}` }] : []),
  ];
  const said = new Set<string>();
  return texts.filter(({ place, text }) => {
    const key = `${place} ${text}`;
    if (said.has(key) || !names(folded(text), traces)) return false;
    said.add(key);
    return true;
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** A trace of letters must stand as a word of its own where words have spaces: `Ann` is not in `planned`. */
function names(text: string, traces: readonly string[]): boolean {
  return traces.some((trace) => {
    for (let at = text.indexOf(trace); at >= 0; at = text.indexOf(trace, at + 1)) {
      if (/\p{Script=Han}/u.test(trace)) return true;
      const [before, after] = [text[at - 1] ?? ' ', text[at + trace.length] ?? ' '];
      if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
    }
    return false;
  });
}
