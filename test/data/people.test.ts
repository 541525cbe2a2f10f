import { projectFact } from '../../activities/project-fact';
import { amongDoNotWrite } from '../../data/do-not-write';
import { appendFacts } from '../../data/facts';
import { listReferees } from '../../data/referees';
import type { Fact } from '../../policy/facts';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { intakeOf, storeInterview } from '../support/stored-interview';

const AT = '2026-12-09T10:00:00.000Z';

let at: TestDatabase;
beforeAll(async () => {
  at = await openTestDatabase();
}, 120_000);
afterAll(() => at.close());

let strangers = 0;

async function told(...facts: Fact[]) {
  const { db } = at;
  await db.query('delete from do_not_write');
  strangers += 1;
  const candidate = { ...intakeOf().candidate, email: `maya.${strangers}@candidate.test` };
  const interview = await storeInterview(db, { candidate });
  await appendFacts(db, interview.id, 0, [{ v: 1, at: AT, type: 'intake', intake: interview.intake }]);
  await appendFacts(db, interview.id, 1, facts);
  for (const [index, fact] of facts.entries()) await projectFact(db, interview, fact, index + 1);
  const everybody = [...interview.intake.contacts, ...interview.intake.referees].flatMap(({ email }) => email ?? []);
  return { db, interview, everybody };
}

describe('what facts say of people', () => {
  const no = { v: 1, at: AT, type: 'mail_sorted', mailKey: 'm1', kind: 'rejection', by: 'reader' } as const;

  it('H14 said for the organisation: everybody of it is left in peace for ever, no referee is', async () => {
    const { db, interview, everybody } = await told({
      ...no,
      contactId: 'oneill',
      doNotWrite: true,
      doNotWriteAll: true,
    });
    const there = interview.intake.contacts.flatMap(({ email }) => email ?? []);
    expect(there.length).toBeGreaterThan(1);
    expect((await amongDoNotWrite(db, everybody)).sort()).toEqual(there.sort());
  });

  it('H14 said by one: only that address is kept', async () => {
    const { db, interview, everybody } = await told({ ...no, contactId: 'oneill', doNotWrite: true });
    const own = interview.intake.contacts.find(({ id }) => id === 'oneill')?.email;
    expect(await amongDoNotWrite(db, everybody)).toEqual([own]);
  });

  it('C2 a referee who came later and had agreed, or says so, has agreed for the whole search', async () => {
    const referee = {
      ...{ id: 'r8', name: 'Mina Kahl', email: 'mina@former.test', phone: null, relationship: 'colleague' as const },
      ...{ country: 'DE', timeZone: 'Europe/Berlin', language: null, form: 'formal' as const },
      ...{ agreed: true, prefers: 'phone' as const, presentEmployer: false },
    };
    const added = (over: object): Fact => ({ v: 1, at: AT, type: 'referee_added', referee: { ...referee, ...over } });
    const { db, interview } = await told(added({}), added({ id: 'r9', email: 'otto@former.test', agreed: false }), {
      v: 1,
      at: AT,
      type: 'referee_replied',
      refereeId: 'r9',
      agrees: false,
    });
    const states = (await listReferees(db, interview.candidateId)).map(({ address, state }) => [address, state]);
    expect(states.sort()).toEqual([
      ['mina@former.test', 'agreed'],
      ['otto@former.test', 'declined'],
    ]);
  });
});
