import { expect, it } from 'vitest';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import { genesis, linkEvent, personOf } from '@/lib/domain/trail/trail-chain';
import { erasedSigner, foldRecord } from '@/lib/domain/trail/trail-fold';
import { lea, sampleTrail, writerB } from './trail-sample';

const { events, people } = await sampleTrail(1);
const [recorded, moved] = events as [Extract<TrailEvent, { kind: 'recorded' }>, TrailEvent];
const known = new Map(people.map((person) => [person.digest, person]));

async function correction(writer: string, at: string, companyName: string) {
  const person = await personOf(lea, at.replace(/\D/g, '').padStart(64, '0'));
  known.set(person.digest, person);
  const { seen: _, ...body } = recorded;
  return linkEvent(
    {
      ...body,
      kind: 'corrected',
      writer,
      at,
      attemptId: '00000000-0000-4000-8000-00000000ffff',
      version: 2,
      case: { ...recorded.case, companyName },
      signer: person.digest,
      reason: 'misread',
    },
    writer === recorded.writer ? moved : genesis,
  );
}

it('makes a record of its events, in whatever order they come', () => {
  const record = foldRecord([moved, recorded], known);
  expect(record).toMatchObject({
    number: 'CS-000001',
    state: 'link-created',
    recordedAt: recorded.at,
    current: { companyName: 'Contoso 1', firstName: 'Léa', signerRole: 'CFO 1' },
    versions: [{ version: 1, reason: '' }],
    moves: [{ state: 'link-created', occurredOn: '2026-11-22' }],
  });
  expect(record).not.toHaveProperty('seen');
});

it('keeps the state when the content is corrected', async () => {
  const corrected = await correction(recorded.writer, '2026-11-22T09:00:00.000Z', 'Fabrikam');
  const record = foldRecord([recorded, moved, corrected], known);
  expect(record.state).toBe('link-created');
  expect(record.current.companyName).toBe('Fabrikam');
  expect(record.versions.map(({ attestation }) => attestation.companyName)).toEqual([
    'Contoso 1',
    'Fabrikam',
  ]);
});

it('numbers versions anew when two installations corrected the same one', async () => {
  const later = await correction(recorded.writer, '2026-11-22T10:00:00.000Z', 'Later');
  const earlier = await correction(writerB, '2026-11-22T09:00:00.000Z', 'Earlier');
  const record = foldRecord([later, earlier, moved, recorded], known);
  expect(
    record.versions.map(({ version, attestation }) => [version, attestation.companyName]),
  ).toEqual([
    [1, 'Contoso 1'],
    [2, 'Earlier'],
    [3, 'Later'],
  ]);
});

it('never changes the order of one chain, even when its clock went back', async () => {
  const corrected = await correction(recorded.writer, '2020-01-01T00:00:00.000Z', 'Fabrikam');
  expect(foldRecord([corrected, moved, recorded], known).changedAt).toBe(corrected.at);
});

it('leaves an erased person’s fields empty and all others whole', () => {
  const record = foldRecord(events, new Map());
  expect(record.current).toMatchObject({ ...erasedSigner, companyName: 'Contoso 1' });
});

it('refuses a record without its first event', () => {
  expect(() => foldRecord([moved], known)).toThrow(TypeError);
  expect(() => foldRecord([], known)).toThrow(TypeError);
});
