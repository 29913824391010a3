import { useRef } from 'preact/hooks';
import { type Asked, useAsked } from '@/components/use-asked';
import type { RecordQuery } from '@/lib/domain/record';
import { listRecords } from '@/lib/requests';

type Listing = Awaited<ReturnType<typeof listRecords.ask>> & {
  /** What was searched for. */
  text: string;
};

/** The records that fit a query, asked again with every key and whenever the trail changes. */
export function useListing(query: RecordQuery): Asked<Listing> {
  const ask = useRef(oneAtATime(list));
  return useAsked(() => ask.current(query), JSON.stringify(query), ['trailChanged']);
}

async function list(query: RecordQuery): Promise<Listing> {
  return { ...(await listRecords.ask(query)), text: query.text };
}

/**
 * Ask one question after the other, so that fast typing over many records does not queue up searches: of those
 * that come while one is answered only the newest is asked, and the others are never answered.
 */
export function oneAtATime<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  type Waiting = {
    question: Question;
    answered: (answer: Answer) => void;
    failed: (error: unknown) => void;
  };
  let waiting: Waiting | undefined;
  let isAsking = false;

  async function work(): Promise<void> {
    isAsking = true;
    while (waiting) {
      const { question, answered, failed } = waiting;
      waiting = undefined;
      await ask(question).then(answered, failed);
    }
    isAsking = false;
  }

  return (question) =>
    new Promise((answered, failed) => {
      waiting = { question, answered, failed };
      if (!isAsking) void work();
    });
}
