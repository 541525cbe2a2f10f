import type { MailProvider, ProviderRequest } from '../../../mail/providers/provider';
import { isFromThisMachine } from '../safety/loopback';
import { isCrossSiteWrite } from '../safety/origin-check';

/**
 * Who may hand in a mail as it is: a caller on this very machine, unless a page of another site made the browser call;
 * from elsewhere whoever knows the bearer secret, and nobody while none is set. A wrong secret is wrong from here too.
 */
export async function mayHandIn(
  call: ProviderRequest,
  remoteAddress: string | undefined,
  withSecret: MailProvider,
): Promise<boolean> {
  if (isCrossSiteWrite(call.headers)) return false;
  if (call.headers.authorization !== undefined) return withSecret.verify(call);
  return isFromThisMachine(remoteAddress, call.headers);
}
