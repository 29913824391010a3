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
