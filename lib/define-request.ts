import browser, { type Runtime } from 'webextension-polyfill';
import type * as z from 'zod/mini';

export type Sender = Runtime.MessageSender;

/** Who may ask: our own pages only, or also the content script that lives in a page we do not control. */
export type Trust = 'own-pages' | 'content-script';

type Reply = { value: unknown } | { problem: string; detail: string };

/** A failed request. `problem` is a short code that the interface has a sentence for; `detail` is for developers. */
export class RequestError extends Error {
  constructor(
    readonly problem: string,
    readonly detail = '',
  ) {
    super(detail ? `${problem}: ${detail}` : problem);
    this.name = 'RequestError';
  }
}

type Handler = (question: unknown, sender: Sender) => Promise<unknown>;
const handlers = new Map<string, { trust: Trust; handle: Handler }>();

/**
 * A question that another context may ask the background. Both directions are parsed at run time.
 * `ask` throws a RequestError: `unreachable` when the worker died before it answered (the caller
 * cannot know whether the work was done, so it must ask again with the same ids).
 */
export function defineRequest<Q extends z.ZodMiniType, A extends z.ZodMiniType>(
  name: string,
  question: Q,
  answer: A,
  trust: Trust = 'own-pages',
) {
  return {
    name,
    trust,
    async ask(asked: z.input<Q>): Promise<z.output<A>> {
      let reply: Reply | undefined;
      try {
        reply = await browser.runtime.sendMessage({ name, question: asked });
      } catch (error) {
        throw new RequestError('unreachable', String(error));
      }
      if (!reply) throw new RequestError('unreachable', `${name}: nobody answered`);
      if ('problem' in reply) throw new RequestError(reply.problem, reply.detail);
      return answer.parse(reply.value) as z.output<A>;
    },
    answer(handle: (question: z.output<Q>, sender: Sender) => Promise<z.input<A>>): void {
      handlers.set(name, {
        trust,
        handle: (raw, sender) => {
          const parsed = question.safeParse(raw);
          if (!parsed.success) throw new RequestError('malformed', name);
          return handle(parsed.data as z.output<Q>, sender);
        },
      });
    },
  };
}

/**
 * Answer requests in this context. Anything that is not a known request from a sender with enough
 * trust is refused. `mayAsk` decides by the browser's own account of the sender, never by what was sent.
 */
export function listenForRequests(
  mayAsk: (sender: Sender, trust: Trust) => Promise<boolean>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    if (typeof message !== 'object' || message === null || !('name' in message)) return undefined;
    const known = handlers.get(String(message.name));
    if (!known) return undefined;
    const question = 'question' in message ? message.question : undefined;
    return reply(known, question, sender, mayAsk);
  });
}

async function reply(
  { trust, handle }: { trust: Trust; handle: Handler },
  question: unknown,
  sender: Sender,
  mayAsk: (sender: Sender, trust: Trust) => Promise<boolean>,
): Promise<Reply> {
  try {
    if (!(await mayAsk(sender, trust))) return { problem: 'refused', detail: '' };
    return { value: await handle(question, sender) };
  } catch (error) {
    if (error instanceof RequestError) return { problem: error.problem, detail: error.detail };
    return { problem: 'failed', detail: String(error) };
  }
}
