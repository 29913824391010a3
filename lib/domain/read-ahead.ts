/**
 * The answers to some questions, in their order: the next ones are asked while an answer is worked on, so that whoever answers
 * need not wait. A question is taken only when it is asked.
 */
export async function* readAhead<Question, Answer>(
  questions: Iterable<Question>,
  ask: (question: Question) => Promise<Answer>,
): AsyncGenerator<Answer, void> {
  const asked: Promise<Answer>[] = [];
  for (const question of questions) {
    asked.push(begin(question, ask));
    if (asked.length > mostAhead) yield await asked.shift()!;
  }
  for (const answer of asked) yield await answer;
}

/** While one answer is on its way, the next one can be made. */
const mostAhead = 2;

/** As `readAhead`, where what to ask next is known from an answer: `next` says it; nothing, and that was the last. */
export async function* readOn<Question, Answer>(
  first: Question,
  ask: (question: Question) => Promise<Answer>,
  next: (answer: Answer) => Question | undefined,
): AsyncGenerator<Answer, void> {
  let asked: Promise<Answer> | undefined = begin(first, ask);
  while (asked) {
    const answer: Answer = await asked;
    const question = next(answer);
    asked = question === undefined ? undefined : begin(question, ask);
    yield answer;
  }
}

function begin<Question, Answer>(question: Question, ask: (question: Question) => Promise<Answer>) {
  const answer = ask(question);
  // It is waited for in its turn; until then its failure must not count as unhandled.
  answer.catch(() => {});
  return answer;
}
