import type { Signer } from '@/lib/domain/record/attestation';
import type { TrailEvent, TrailPerson } from '@/lib/domain/trail/trail';
import {
  genesis,
  type Head,
  linkEvent,
  personOf,
  type UnlinkedEvent,
} from '@/lib/domain/trail/trail-chain';

export const writerA = 'aaaaaaaa-0000-4000-8000-000000000000';
export const writerB = 'bbbbbbbb-0000-4000-8000-000000000000';

export const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const lea: Signer = {
  firstName: 'Léa',
  lastName: 'Müller',
  email: 'lea@contoso.example',
  phoneNumber: '',
  signerRole: 'CFO',
};

const by = { name: 'Robin', role: 'admin-agent' };

/** Records that were saved one after the other, each then moved on: two events a record, in one chain. */
export async function sampleTrail(records = 3, writer = writerA, first = 1) {
  const events: TrailEvent[] = [];
  const people: TrailPerson[] = [];
  let head: Head = genesis;
  const add = async (event: UnlinkedEvent) => {
    const linked = await linkEvent(event, head);
    events.push(linked);
    head = linked;
  };
  for (let i = 0; i < records; i++) {
    const number = first + i;
    const at = `2026-11-22T08:${String(number % 60).padStart(2, '0')}:00.000Z`;
    const person = await personOf(
      { ...lea, signerRole: `CFO ${number}` },
      String(number).padStart(64, '0'),
    );
    people.push(person);
    const link = { format: 1 as const, writer, at, offsetMinutes: 60, by, recordId: id(number) };
    await add({
      ...link,
      attemptId: id(number * 1_000),
      kind: 'recorded',
      version: 1,
      case: {
        companyName: `Contoso ${number}`,
        customerTenantId: '',
        customerDomain: 'contoso.example',
        country: 'DE',
        language: 'de-DE',
        dateAgreed: '2026-11-20',
        scenario: 'existing-partner',
        acceptedHow: '',
        evidenceNote: '',
        reference: '',
        recordedBy: 'Robin',
        recorderRole: 'admin-agent',
      },
      signer: person.digest,
      reason: '',
    });
    await add({
      ...link,
      attemptId: id(number * 1_000 + 1),
      kind: 'moved',
      state: 'link-created',
      occurredOn: '2026-11-22',
      note: '',
    });
  }
  return { events, people };
}
