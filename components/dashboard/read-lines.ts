import { tidyDomain } from '@/lib/domain/record/record-tidy';

/**
 * A tenant id as it is stored, or `undefined` when the line is none.
 * @example readTenantId('{3AD2…}') // lower case, without braces
 */
export function readTenantId(line: string): string | undefined {
  const id = line.replace(/^\{(.*)\}$/, '$1').toLowerCase();
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : undefined;
}

/** A mail domain as it is stored, or `undefined` when the line is none. */
export function readDomain(line: string): string | undefined {
  const domain = tidyDomain(line);
  return /^(?=.{1,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u.test(
    domain,
  )
    ? domain
    : undefined;
}
