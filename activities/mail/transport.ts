/** What a mail server made of one mail: the only four things that can be known. */
import type { MailBytes } from './message-bytes';

export interface RefusedRecipient {
  address: string;
  code: number;
  text: string;
  permanent: boolean;
}

export type Delivery =
  /** The server answered 2xx after the final dot. `refused` lists recipients it did not take. */
  | { outcome: 'accepted'; answer: string; refused: RefusedRecipient[] }
  /** The server said no: nothing was accepted. `about` tells whether the address is to blame. */
  | {
      outcome: 'refused';
      permanent: boolean;
      code: number;
      text: string;
      about: 'sender' | 'recipient' | 'message';
      refused: RefusedRecipient[];
    }
  /** It surely was not accepted: the final dot never left this machine. May be tried again freely. */
  | { outcome: 'not_sent'; why: string }
  /** The message was handed over and no answer came (RFC 1047): it may have been accepted, or not. */
  | { outcome: 'uncertain'; why: string };

export interface MailTransport {
  /** Never throws. The same bytes may be delivered again after `refused` (not permanent) and `not_sent`. */
  deliver(mail: MailBytes): Promise<Delivery>;
  /** No delivery takes longer. An activity's time limit must be above it. */
  readonly longestMs: number;
  close(): Promise<void>;
}
