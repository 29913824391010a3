import { RequestError } from '@/lib/define-request';
import * as requests from '@/lib/requests';
import { StoreProblem } from '@/lib/store/problem';
import { dropView, keepView, listViews } from '@/lib/store/views-store';

/** Answer all requests about saved views. Registers at once, before anything is awaited. */
export function answerViewRequests(): void {
  requests.listViews.answer(() => passOn(listViews()));
  requests.keepView.answer((view) => passOn(keepView(view)));
  requests.dropView.answer(({ viewId }) => passOn(dropView(viewId)));
}

/** What the store refuses is a problem that the person who asked can be told. */
async function passOn<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof StoreProblem) throw new RequestError(error.code, error.detail);
    throw error;
  }
}
