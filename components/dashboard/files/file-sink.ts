import { download } from '../download';

/** A file that is being written. */
export type FileSink = {
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Forget what was written. */
  beginAgain: () => Promise<void>;
  /** It is whole: only now there is a file. */
  end: () => Promise<void>;
  drop: () => Promise<void>;
};

type SavePicker = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;

/**
 * Where a file goes: a download or, for a `large` one and where the browser can, straight to a place that the person
 * chooses. Throws an AbortError when they choose none. Must be called soon after a click.
 */
export async function fileSink(name: string, type: string, large: boolean): Promise<FileSink> {
  const { showSaveFilePicker } = window as { showSaveFilePicker?: SavePicker };
  if (!large || !showSaveFilePicker) return downloadSink(name, type);
  const handle = await showSaveFilePicker({ suggestedName: name });
  // The browser writes beside the file and puts it in place when it is closed.
  let stream = await handle.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    async beginAgain() {
      await stream.abort();
      stream = await handle.createWritable();
    },
    end: () => stream.close(),
    drop: () => stream.abort(),
  };
}

/** So many bytes are handed to the browser at a time, which may keep them on the disk: the page holds no more. */
const blockLength = 4 * 1024 * 1024;

function downloadSink(name: string, type: string): FileSink {
  let blocks: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const flush = () => {
    blocks.push(new Blob(waiting));
    waiting = [];
    length = 0;
  };
  const clear = async () => {
    blocks = [];
    waiting = [];
    length = 0;
  };
  return {
    async write(bytes) {
      waiting.push(bytes);
      length += bytes.length;
      if (length >= blockLength) flush();
    },
    beginAgain: clear,
    async end() {
      flush();
      download(name, type, blocks);
    },
    drop: clear,
  };
}
