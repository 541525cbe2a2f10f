/** G3: what an earlier round of the same process brings into the next one. */
import { normaliseAddress } from '../../mail/addresses';
import type { Contact, Intake, Referee } from '../../policy/intake';

/**
 * The intake of a next round with everybody known from the round before: referees, papers, and the people there.
 * Whoever was sent with the new round stands as sent. Nobody is an interviewer of it who was only one before, so that
 * nobody is thanked for a conversation they had no part in.
 *
 * @param earlier the round before, as it stands now
 */
export function carryOver(sent: Intake, earlier: Intake): Intake {
  const people = [...sent.contacts, ...sent.referees];
  const taken = new Set(people.map(({ id }) => id));
  const isNew = (person: Contact | Referee): boolean => !people.some((known) => isSame(known, person));
  const withFreeId = <P extends { id: string }>(person: P): P => {
    let id = person.id;
    for (let n = 2; taken.has(id); n++) id = `${person.id}-${n}`;
    taken.add(id);
    return { ...person, id };
  };
  const contacts = earlier.contacts
    .filter(isNew)
    .map((contact) => withFreeId({ ...contact, roles: contact.roles.filter((role) => role !== 'interviewer') }));
  const referees = earlier.referees.filter(isNew).map(withFreeId);
  return {
    ...sent,
    contacts: [...sent.contacts, ...contacts],
    referees: [...sent.referees, ...referees],
    documents: { transcript: sent.documents.transcript ?? earlier.documents.transcript },
  };
}

function isSame(one: Contact | Referee, other: Contact | Referee): boolean {
  if (one.email !== null && other.email !== null) return normaliseAddress(one.email) === normaliseAddress(other.email);
  return nameOf(one) === nameOf(other);
}

const nameOf = (person: Contact | Referee): string =>
  ('name' in person ? person.name : `${person.givenName} ${person.familyName}`).trim().toLowerCase();
