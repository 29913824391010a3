import { useEffect, useRef, useState } from 'preact/hooks';
import { RequestError } from '@/lib/define-request';
import type { EvidenceFile } from '@/lib/domain/record/evidence';
import { type SentFile, sendFile } from './send-file';

export type QueueProps = {
  /** Sizes of the files that are there already. */
  kept: readonly number[];
  /** Something must be given first: until then files wait. */
  held?: boolean;
  /** Files came that wait for it. */
  onHeld?: () => void;
  /** Keep a file that was sent; asked again with the same file it must do nothing twice. */
  keep: (sent: SentFile) => Promise<unknown>;
  onBusy?: (busy: boolean) => void;
  /** All that came were kept or refused. */
  onAdded: () => unknown;
};

/** A file that was refused, and why; without an error it was not tried, for the one before concerns it too. */
export type NotKept = { name: string; error?: unknown };

export type FileQueue = {
  add: (files: readonly File[], origin: EvidenceFile['origin']) => void;
  /** The file that is on its way, and how much of it has been handed over, from 0 to 1. */
  progress?: { file: string; share: number };
  /** How many have their turn later. */
  waiting: number;
  /** What became of those that came last: how many are kept, and which are not. */
  count: number;
  notKept: NotKept[];
};

/** Keeps files one after the other, in the order they came, also those that come meanwhile. None goes without a word. */
export function useFileQueue(props: QueueProps): FileQueue {
  const [state, setState] = useState<Omit<FileQueue, 'add'>>(nothing);
  const queue = useRef<{ file: File; origin: EvidenceFile['origin'] }[]>([]);
  const running = useRef(false);
  const latest = useRef(props);
  latest.current = props;

  const run = async () => {
    const { held, keep, onBusy, onAdded } = latest.current;
    if (held || running.current || queue.current.length === 0) return;
    running.current = true;
    onBusy?.(true);
    // The next of several files is measured against those before it.
    const kept = [...latest.current.kept];
    const notKept: NotKept[] = [];
    let count = 0;
    for (let next = queue.current.shift(); next; next = queue.current.shift()) {
      const { file, origin } = next;
      const onPart = (share: number) =>
        setState({
          ...nothing,
          progress: { file: file.name, share },
          waiting: queue.current.length,
        });
      onPart(0);
      try {
        await sendFile({ file, origin, kept, keep, onPart });
        kept.push(file.size);
        count += 1;
      } catch (error) {
        notKept.push({ name: file.name, error });
        if (!isOfThisFile(error))
          notKept.push(...queue.current.splice(0).map((left) => ({ name: left.file.name })));
      }
    }
    running.current = false;
    setState({ ...nothing, count, notKept });
    onBusy?.(false);
    onAdded();
  };
  const { held = false } = props;
  useEffect(() => void run(), [held]);

  const add: FileQueue['add'] = (files, origin) => {
    if (files.length === 0) return;
    queue.current.push(...files.map((file) => ({ file, origin })));
    setState((before) => ({
      ...nothing,
      ...(running.current && before),
      waiting: queue.current.length,
    }));
    if (held && !running.current) props.onHeld?.();
    void run();
  };

  return { ...state, add };
}

const nothing = { waiting: 0, count: 0, notKept: [] };

/** Whether the next file may fare better. A full disk or a worker that does not answer concerns them all. */
function isOfThisFile(error: unknown): boolean {
  return error instanceof RequestError && ofOneFile.includes(error.problem);
}

const ofOneFile = [
  'file-empty',
  'file-too-large',
  'record-too-large',
  'too-many-files',
  'file-unreadable',
  'pieces-missing',
  'malformed',
];
