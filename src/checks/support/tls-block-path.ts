import { TlsBlock } from './tls-blocks';

/** Where a `tls` block stands, whether or not it has a mode. */
export function tlsBlockPath({ path }: TlsBlock): string {
  return path.replace(/\.mode$/, '');
}
