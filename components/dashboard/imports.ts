import { RequestError } from '@/lib/define-request';
import { type Bundle, maxBundleBytes, readBundle } from '@/lib/domain/history-bundle';

/** What an exported file holds, checked down to every hash. Throws a RequestError `import-…` for any other file. */
export async function bundleIn(file: File): Promise<Bundle> {
  if (file.size > maxBundleBytes) throw new RequestError('import-too-large', `${file.size} bytes`);
  const read = await readBundle(await file.text());
  if (read.problem) throw new RequestError(`import-${read.problem.code}`, read.problem.detail);
  return read.bundle;
}
