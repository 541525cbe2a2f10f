import { carryOver } from '../../client/intake/carry-over';
import type { Referee } from '../../policy/intake';
import { byrne, intake, oneill, walsh } from '../policy/stage';

const berg = intake().referees[0] as Referee;
const pohl: Referee = { ...berg, id: 'r2', name: 'Eva Pohl', email: 'eva@former.test' };

describe('A next round that names its process', () => {
  it('G3 brings referees and papers of the round before', () => {
    const next = carryOver(intake({ referees: [], documents: { transcript: null } }), intake());
    expect(next.referees).toEqual([berg]);
    expect(next.documents.transcript).toBe('transcript.pdf');
    expect(carryOver(intake({ documents: { transcript: 'new.pdf' } }), intake()).documents.transcript).toBe('new.pdf');
  });
  it('G3 lets what was sent stand, knows the same person by address, and gives others an id of their own', () => {
    const sent = { ...berg, agreed: false, email: 'Jonas@Former.test' };
    const next = carryOver(intake({ referees: [sent] }), intake({ referees: [berg, { ...pohl, id: 'r1' }] }));
    expect(next.referees).toEqual([sent, { ...pohl, id: 'r1-2' }]);
  });
  it('G3 brings the people there, but nobody becomes an interviewer of a round they had no part in', () => {
    const next = carryOver(intake({ contacts: [walsh] }), intake({ contacts: [byrne, oneill] }));
    expect(next.contacts.map((c) => [c.id, c.roles])).toEqual([
      ['walsh', ['senior']],
      ['byrne', ['hiring_manager']],
      ['oneill', ['hr']],
    ]);
  });
  it('G3 knows somebody without an address by name', () => {
    const silent = { ...byrne, email: null };
    expect(carryOver(intake({ contacts: [byrne] }), intake({ contacts: [silent] })).contacts).toEqual([byrne]);
  });
});
