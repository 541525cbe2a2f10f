import type { Contact, Intake } from '../../../policy/intake';

/** Names and clocks of the people in one intake, for ids and addresses that steps and messages carry. */
export interface People {
  /** The name behind a contact's or referee's id; `you` for the candidate; the id itself where nobody has it. */
  name(id: string): string;
  /** The name of whoever has that address; the address itself where nobody has it. */
  nameBehind(address: string): string;
  /** The name and address of whoever has that address. */
  recipient(address: string): string;
  /** The zone of a contact or referee; the candidate's for everything else. */
  zone(id: string | undefined): string;
  zoneOfAddress(address: string | undefined): string;
  /** The language in which whoever has that address is written to, a lower-case tag. */
  languageBehind(address: string): string;
}

/** Reads them out of an intake; `former` contacts keep their names. */
export function peopleOf(intake: Intake, former: readonly Contact[] = []): People {
  const contacts = [...former, ...intake.contacts].map((one) => ({
    id: one.id,
    name: [one.honorific, one.givenName, one.familyName].filter((part) => part !== '').join(' '),
    email: one.email,
    timeZone: one.timeZone,
    language: one.language,
  }));
  const everybody = [...contacts, ...intake.referees];
  const byId = new Map(everybody.map((one) => [one.id, one]));
  const byAddress = new Map(everybody.map((one) => [one.email?.toLowerCase(), one]));
  const own = intake.candidate.timeZone;
  return {
    name: (id) => (id === 'candidate' ? 'you' : (byId.get(id)?.name ?? id)),
    nameBehind: (address) => byAddress.get(address.toLowerCase())?.name ?? address,
    recipient(address) {
      const known = byAddress.get(address.toLowerCase());
      return known ? `${known.name} <${address}>` : address;
    },
    zone: (id) => (id === undefined ? own : (byId.get(id)?.timeZone ?? own)),
    languageBehind: (address) => byAddress.get(address.toLowerCase())?.language ?? intake.interview.language,
    zoneOfAddress: (address) => byAddress.get(address?.toLowerCase())?.timeZone ?? own,
  };
}
