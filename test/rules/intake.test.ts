/** A1: what is asked for right after the interview is kept as it was told, and decides who is written to. */
import { parseIntake } from '../../client/intake/schema';
import { sampleIntake } from '../support/intakes';

describe('A1 know the process', () => {
  it('A1 keeps the date, the next steps, who decides, who is away and how each person may be contacted', () => {
    const intake = parseIntake(sampleIntake());
    expect(intake.process).toMatchObject({
      promisedDate: '2026-12-11',
      nextSteps: 'second round with the platform team',
      absences: [{ contactId: 'byrne', from: '2026-12-23', to: '2027-01-02' }],
    });
    expect(intake.contacts.map(({ id, roles }) => [id, roles.includes('hiring_manager')])).toEqual([
      ['byrne', true],
      ['oneill', false],
      ['walsh', false],
    ]);
    expect(intake.contacts.map(({ phone, mayContact, linkedIn }) => [phone, mayContact, linkedIn])).toEqual([
      ['+353 1 555 0101', ['email', 'phone'], false],
      [null, ['email'], true],
      [null, ['email'], false],
    ]);
  });
  it('A1 what was not told stays unknown and is not made up', () => {
    const sent = sampleIntake();
    sent.process = {};
    const { process } = parseIntake(sent);
    expect(process).toMatchObject({ promisedDate: null, dateNamedBy: null, absences: [] });
  });
});
