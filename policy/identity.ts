/** Who is who, over all of a candidate's interviews. */

/**
 * A person is a normalised address: trimmed, lower case, Unicode NFC; no plus-tag or dot games, since only the mail
 * server knows which of those are one mailbox.
 */
export function normaliseAddress(address: string): string {
  return address.trim().normalize('NFC').toLowerCase();
}

export function domainOf(address: string): string {
  return normaliseAddress(address).split('@').at(-1) ?? '';
}

const LEGAL_FORM = /[\s,.]+(?:inc|llc|ltd|limited|plc|gmbh|ag|ab|bv|nv|oy|as|sa|srl|sarl|pty|co|corp|kg|se)\.?$/u;

/** An organisation is its id, else its normalised name and country. */
export function organisationKey(organisation: { id?: string | null; name: string; country: string }): string {
  if (organisation.id) return `id:${organisation.id}`;
  let name = organisation.name.normalize('NFKC').toLowerCase().trim();
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(LEGAL_FORM, '');
  }
  return `${name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}|${organisation.country.toLowerCase()}`;
}

/** An agency is an organisation of its own (F1): its ledger is shared by all roles it handles. */
export function agencyKey(agency: string): string {
  return `agency:${organisationKey({ name: agency, country: '' })}`;
}
