/**
 * Which interview a mail belongs to. Pure: what is known is looked up beforehand (`correlationKeys` says what to look
 * up). Sure signs first: the secret address it was sent to, an id of ours it answers, its thread, its sender's address.
 * A sender's domain or display name alone decides nothing.
 */
import { domainOf, normaliseAddress } from './addresses';
import { isAligned, type SenderTrust } from './authenticity';
import { readBounce } from './bounce';
import { normaliseMessageId } from './message-id';
import type { ParsedMail } from './types';

/** All addresses normalised, Message-IDs without angle brackets, tokens in lower case. */
export interface CorrelationKnowledge {
  /** Message-IDs of mails we (or the candidate by hand) sent → interview. */
  sentMessageIds: ReadonlyMap<string, string>;
  /** Message-IDs of mails received and already related → interview: the thread. */
  receivedMessageIds: ReadonlyMap<string, string>;
  /** Tokens of secret reply addresses → interview. */
  replyTokens: ReadonlyMap<string, string>;
  /** Addresses of contacts → the interviews they are contacts of. */
  contacts: ReadonlyMap<string, readonly string[]>;
  /** Addresses of referees → the interviews they may be asked for. */
  referees: ReadonlyMap<string, readonly string[]>;
  /** The candidates' own addresses. */
  ownAddresses: ReadonlySet<string>;
  /** What `trustworthy` or `senderTrust` said. */
  sender: SenderTrust;
  /** True where an unproven sender is not enough by itself (the operator has a server whose results count). */
  proofRequired: boolean;
}

export type CorrelatedBy =
  | 'reply_address'
  | 'message_id'
  | 'thread'
  | 'contact_address'
  | 'referee_address'
  | 'own_hand'
  | 'nothing';

export interface Correlation {
  /** certain: acts by itself; offered: a person chooses; none: nothing to offer. */
  match: 'certain' | 'offered' | 'none';
  /** One where certain; else likeliest first. */
  interviewIds: string[];
  how: CorrelatedBy;
  /** The known contact or referee that the mail is from (or, of one sent by hand, to). */
  contactAddress?: string;
  isReferee: boolean;
  /** True where the candidate wrote it to a contact: outreach (H12). */
  sentByHand: boolean;
  /** One plain sentence for the person. */
  reason: string;
}

/** What has to be looked up before `correlate` can be asked. */
export interface CorrelationKeys {
  messageIds: string[];
  addresses: string[];
  tokens: string[];
}

/** Free mail services: two people there have nothing in common. */
const FREE_MAIL =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|freenet|proton|protonmail|pm|orange|wanadoo|free|laposte|sfr|libero|ziggo|kpnmail|telia|hey|fastmail|zoho|mail|posteo|mailbox|seznam|yandex|qq|163)\.(?:com|de|net|fr|es|it|nl|se|dk|no|co\.uk|at|ch|be|org|me|eu|cz|ru|jp|co\.jp|ca)$/;

export function correlationKeys(mail: ParsedMail, envelopeRecipient: string | null): CorrelationKeys {
  const bounced = readBounce(mail)?.originalMessageId ?? null;
  return {
    messageIds: [...new Set([...mail.inReplyTo, ...[...mail.references].reverse(), ...(bounced ? [bounced] : [])])],
    addresses: [...new Set([senderOf(mail), ...recipientsOf(mail)].filter((one) => one !== ''))],
    tokens: tokensIn(envelopeRecipient),
  };
}

export function correlate(
  mail: ParsedMail,
  envelopeRecipient: string | null,
  known: CorrelationKnowledge,
): Correlation {
  const sender = senderOf(mail);
  const bounce = readBounce(mail);
  const byToken = tokensIn(envelopeRecipient)
    .map((token) => known.replyTokens.get(token))
    .find((id) => id !== undefined);
  const threads = [mail.inReplyTo, [...mail.references].reverse()];
  const byOurs =
    firstKnown(threads, known.sentMessageIds) ??
    known.sentMessageIds.get(normaliseMessageId(bounce?.originalMessageId) ?? '');
  const byTheirs = firstKnown(threads, known.receivedMessageIds);

  if (sender !== '' && known.ownAddresses.has(sender)) return fromCandidate(mail, known, byToken ?? byOurs ?? byTheirs);

  const about = known.contacts.get(sender) ?? [];
  const refersTo = known.referees.get(sender) ?? [];
  const isReferee = refersTo.length > 0;
  const address = about.length > 0 || isReferee ? { contactAddress: sender } : {};
  const base = { ...address, isReferee: isReferee && about.length === 0, sentByHand: false };
  const offer = (how: CorrelatedBy, interviewIds: readonly string[], reason: string): Correlation => ({
    ...base,
    match: interviewIds.length === 0 ? 'none' : 'offered',
    interviewIds: [...new Set(interviewIds)],
    how: interviewIds.length === 0 ? 'nothing' : how,
    reason,
  });
  const certain = (how: CorrelatedBy, id: string, reason: string): Correlation => ({
    ...base,
    match: 'certain',
    interviewIds: [id],
    how,
    reason,
  });

  if (known.sender === 'forged') {
    const all = [byToken, byOurs, byTheirs, ...about, ...refersTo].filter((id): id is string => id !== undefined);
    return offer(
      howOf(byToken, byOurs, byTheirs, about, refersTo),
      all,
      'The sender could not be who it says: the checks of its domain failed.',
    );
  }
  if (byToken !== undefined)
    return certain('reply_address', byToken, 'It was sent to the secret reply address of this interview.');

  // What a mail server reports comes from nobody's address.
  if (bounce !== null && byOurs !== undefined)
    return certain('message_id', byOurs, 'It reports on a mail that we sent.');

  const byId = byOurs ?? byTheirs;
  if (byId !== undefined) {
    const how = byOurs !== undefined ? 'message_id' : 'thread';
    const words = byOurs !== undefined ? 'It answers a mail of ours' : 'It belongs to a conversation of this interview';
    if (!belongs(sender, byId, known))
      return offer(how, [byId, ...about], `${words}, but its sender is not known there.`);
    if (known.proofRequired && known.sender !== 'proven')
      return offer(how, [byId], `${words}, but nothing proves its sender.`);
    return certain(
      how,
      byId,
      about.includes(byId) || refersTo.includes(byId)
        ? `${words}.`
        : `${words} and comes from a colleague of the contact.`,
    );
  }

  const candidates = about.length > 0 ? about : refersTo;
  const how = about.length > 0 ? 'contact_address' : 'referee_address';
  const [only] = candidates;
  if (only === undefined) return offer('nothing', [], 'Neither its sender nor what it answers is known.');
  if (candidates.length > 1) return offer(how, candidates, 'Its sender is known from several interviews.');
  if (known.proofRequired && known.sender !== 'proven')
    return offer(how, candidates, 'Its sender is known, but nothing proves that it is the sender.');
  return certain(
    how,
    only,
    how === 'contact_address'
      ? 'Its sender is a contact of this interview only.'
      : 'Its sender is a referee for this interview only.',
  );
}

/** Mail the candidate wrote by hand to a contact is outreach; mail to us alone is something for a person to look at. */
function fromCandidate(mail: ParsedMail, known: CorrelationKnowledge, byId: string | undefined): Correlation {
  const recipients = recipientsOf(mail).filter((address) => !known.ownAddresses.has(address));
  const contacts = recipients.filter((address) => known.contacts.has(address));
  const interviews = [...new Set(contacts.flatMap((address) => known.contacts.get(address) ?? []))];
  const base = {
    isReferee: false,
    sentByHand: contacts.length > 0,
    ...(contacts[0] === undefined ? {} : { contactAddress: contacts[0] }),
  };
  const likeliest = byId === undefined ? interviews : [byId, ...interviews.filter((id) => id !== byId)];
  if (contacts.length === 0) {
    return {
      ...base,
      match: likeliest.length > 0 ? 'offered' : 'none',
      interviewIds: likeliest,
      how: likeliest.length > 0 ? 'own_hand' : 'nothing',
      reason: 'The candidate sent it, but to no contact.',
    };
  }
  const one =
    byId !== undefined && interviews.includes(byId) ? byId : interviews.length === 1 ? interviews[0] : undefined;
  const believed = known.sender === 'proven' || (known.sender === 'unproven' && !known.proofRequired);
  if (one !== undefined && believed) {
    return {
      ...base,
      match: 'certain',
      interviewIds: [one],
      how: 'own_hand',
      reason: 'The candidate wrote it to a contact of this interview.',
    };
  }
  return {
    ...base,
    match: 'offered',
    interviewIds: likeliest,
    how: 'own_hand',
    reason: believed
      ? 'The candidate wrote it to a contact of several interviews.'
      : 'It says that the candidate wrote it, but nothing proves that.',
  };
}

/** A contact or referee of that interview, or somebody at a contact's own (not a free mail) domain. */
function belongs(sender: string, interviewId: string, known: CorrelationKnowledge): boolean {
  if (sender === '') return false;
  if (known.contacts.get(sender)?.includes(interviewId) || known.referees.get(sender)?.includes(interviewId))
    return true;
  const domain = domainOf(sender);
  if (FREE_MAIL.test(domain)) return false;
  for (const [address, interviews] of known.contacts) {
    if (interviews.includes(interviewId) && isAligned(domainOf(address), domain)) return true;
  }
  return false;
}

function senderOf(mail: ParsedMail): string {
  return normaliseAddress(mail.from?.address ?? '');
}

function recipientsOf(mail: ParsedMail): string[] {
  return [...mail.to, ...mail.cc].map(({ address }) => normaliseAddress(address)).filter((address) => address !== '');
}

/** The whole local part, and what stands behind its last `+`. */
function tokensIn(envelopeRecipient: string | null): string[] {
  const recipient = normaliseAddress(envelopeRecipient ?? '');
  const local = recipient.slice(0, Math.max(0, recipient.lastIndexOf('@')));
  if (local === '') return [];
  const tag = local.slice(local.lastIndexOf('+') + 1);
  return [...new Set([tag, local])].filter((token) => token.length >= 16);
}

function firstKnown(threads: readonly (readonly string[])[], ids: ReadonlyMap<string, string>): string | undefined {
  for (const thread of threads) {
    for (const id of thread) {
      const found = ids.get(id);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function howOf(
  byToken: string | undefined,
  byOurs: string | undefined,
  byTheirs: string | undefined,
  about: readonly string[],
  refersTo: readonly string[],
): CorrelatedBy {
  if (byToken !== undefined) return 'reply_address';
  if (byOurs !== undefined) return 'message_id';
  if (byTheirs !== undefined) return 'thread';
  if (about.length > 0) return 'contact_address';
  return refersTo.length > 0 ? 'referee_address' : 'nothing';
}
