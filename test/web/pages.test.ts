import { sampleIntake } from '../support/sample-intake';
import { type Story, startStory } from '../support/story';
import { multipartForm } from './multipart-form';

let story: Story;
beforeEach(async () => {
  story = await startStory();
});
afterEach(() => story.app.close());

const page = async (url: string) => (await story.app.inject(url)).body;
const send = (url: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  story.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });

describe('today', () => {
  test('shows what needs the person, when and why, and every interview by stage', async () => {
    const body = await page('/');
    expect(body).toContain('Read and approve: Thank-you note, to Dr Aoife Byrne');
    expect(body).toContain('Wed 2 Dec 2026, 10:30 Stockholm');
    expect(body).toContain('A mail waits for you');
    expect(body).toContain('href="/help#B1"');
    expect(body).toContain('Saying thanks');
    expect(body).toContain('They answer by');
  });

  test('invites to the intake when there is nothing yet', async () => {
    story.service.kept.clear();
    story.service.items.clear();
    const body = await page('/');
    expect(body).toContain('Enter an interview');
    expect(body).toContain('Nothing leaves without your');
  });

  test('names candidates where there are several, and can show one', async () => {
    await story.service.startInterview(
      { ...sampleIntake, candidate: { ...sampleIntake.candidate, name: 'Otto Ek', email: 'otto@candidate.test' } },
      null,
    );
    expect(await page('/')).toContain('Otto Ek');
    expect(await page('/?candidate=cand-otto%40candidate.test')).not.toContain('Maya Lindqvist');
  });

  test('keeps closed interviews folded up', async () => {
    await story.service.report('i1', { type: 'feedback_received', outcome: 'rejected' });
    expect(await page('/')).toMatch(/<details[^>]*id="closed">/);
  });
});

describe('the switches', () => {
  test('are on every page, say so, and lead back to where they were pressed', async () => {
    for (const url of ['/', '/interviews/new', '/interviews/i1', '/inbox', '/help'])
      expect(await page(url)).toContain('Stop everything');
    const answer = await send('/safety/stop', { stop: 'yes', back: '/inbox?state=all' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/inbox?state=all&done=stopped']);
    expect(await page('/help')).toContain('Everything is stopped.');
    await send('/safety/stop', { stop: 'no', back: '//evil.test' });
    const first = await send('/safety/first-sends', { on: 'yes', back: '//evil.test' });
    expect(first.headers.location).toBe('/?done=first-on');
    expect(await page('/')).toContain('all mail goes to your own address');
  });

  test('the banners tell of the time machine, and of being deaf (H17)', async () => {
    expect(await page('/')).toContain('Time machine:');
    expect(await page('/')).not.toContain('Replies cannot reach us yet');
    story.service.inbound = 'none';
    story.service.timeMachine = false;
    const body = await page('/');
    expect(body).toContain('Replies cannot reach us yet');
    expect(body).not.toContain('Time machine:');
  });
});

describe('one interview', () => {
  test('says what happens next and why, with the plan on the clock of whoever receives', async () => {
    const body = await page('/interviews/i1');
    expect(body).toContain('Next: Thank-you note');
    expect(body).toContain('They said they would answer by');
    expect(body).toContain('Mon 14 Dec 2026, 10:00 Dublin');
    expect(body).toContain('aria-label="Rule E1:');
    expect(body).toContain('reply+i1-7f3a9c@in.afterview.test');
    expect(body).toContain('http://127.0.0.1:8233/namespaces/default/workflows/interview-i1');
  });

  test('the day they named is told only while it is waited for', async () => {
    const kept = story.service.kept.get('i1');
    if (!kept) throw new Error('no such interview');
    for (const outcome of ['offered', 'advanced', 'rejected', 'withdrawn'] as const) {
      Object.assign(kept.detail, { stage: 'answered', outcome });
      for (const path of ['/', '/interviews/i1']) {
        const body = await page(path);
        expect(body).not.toMatch(/They (said|had said) they would answer|They answer by|Answer by/);
        if (outcome === 'withdrawn' && path !== '/') expect(body).toContain('You are stepping back');
      }
    }
    Object.assign(kept.detail, {
      stage: 'asking',
      outcome: 'open',
      promisedDate: { date: '2026-01-09', assumed: false },
    });
    expect(await page('/interviews/i1')).toContain('They had said they would answer by');
  });

  test('tasks are called by their title, referees and the next round are on record', async () => {
    const kept = story.service.kept.get('i1');
    if (kept) {
      kept.plan.push({
        ...{ step: 'confirm', rules: ['G3'], due: '2026-12-15T09:00:00.000Z', to: ['candidate'], cc: [] },
        ...{ channel: 'task', reason: 'G3: prepare', draft: { subject: 'Prepare for the next round', text: '' } },
      });
      kept.detail.invitation = {
        ...{ startsAt: '2026-12-15T14:00:00.000Z', endsAt: '2026-12-15T15:00:00.000Z', location: 'Room 4' },
      };
    }
    const body = await page('/interviews/i1');
    expect(body).toContain('<strong>Prepare for the next round</strong>');
    expect(body).toMatch(/Jonas Berg: has (not )?agreed/);
    expect(body).toContain('Tue 15 Dec 2026, 14:00 Dublin');
    const next = await page('/interviews/new?from=i1');
    for (const value of ['2026-12-15', '14:00', '15:00']) expect(next).toContain(`value="${value}"`);
  });

  test('what is overdue is not called next', async () => {
    await send('/interviews/i1/fast-forward', { days: '4' });
    const later = await page('/interviews/i1');
    expect(later).not.toContain('Next: Thank-you note');
    expect(later).toContain('Next: ');
    await send('/interviews/i1/fast-forward', { days: '300' });
    expect(await page('/interviews/i1')).toContain('Overdue: ');
  });

  test.each([
    ['messages/msg1/approve', {}, 'approved', 'approve'],
    ['messages/msg1/skip', {}, 'skipped', 'skip'],
    ['messages/msg1/edit', { subject: 'Thanks', text: 'Dear Dr Byrne,\r\nthanks.' }, 'edited', 'edit'],
    ['tasks/t2/done', { outcome: 'no_answer' }, 'task-done', 'taskDone'],
    ['tasks/t1/dismiss', {}, 'dismissed', 'taskDismiss'],
    ['tasks/t1/snooze', { days: '3' }, 'snoozed', 'taskSnooze'],
    ['events/no_reply_yet', {}, 'reported', 'report'],
    ['events/absence', { contactId: 'candidate', from: '2026-12-23', to: '2026-12-27' }, 'reported', 'report'],
    ['approval', { step: 'thank_you', approval: 'send' }, 'approval', 'setApproval'],
    ['fast-forward', { days: '7' }, 'moved', 'fastForward'],
    ['fast-forward', { to: '2026-12-02T09:30:00.000Z' }, 'moved', 'fastForward'],
    ['fast-forward', { date: '2026-12-14' }, 'moved', 'fastForward'],
  ])('%s does it and says so', async (path, fields, done, call) => {
    const answer = await send(`/interviews/i1/${path}`, fields as unknown as Record<string, string>);
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toContain(`/interviews/i1?done=${done}`);
    expect(story.service.calls.map(({ name }) => name)).toEqual([call]);
    expect(await page(String(answer.headers.location))).toContain('class="flash"');
  });

  test('A2 a draft that greets by the full name, for want of a form of address, says so', async () => {
    const message = story.service.kept.get('i1')?.messages[0];
    if (!message) throw new Error('the story has no message');
    const hint = 'No form of address is on file for Niamh Walsh';
    message.to = ['niamh.walsh@northwind.test'];
    message.text = 'Dear Ms Walsh,\n\nThank you.';
    expect(await page('/interviews/i1')).not.toContain(hint);
    const walsh = story.service.kept.get('i1')?.detail.intake.contacts.find(({ id }) => id === 'walsh');
    if (!walsh) throw new Error('the sample has no Walsh');
    walsh.honorific = '';
    message.text = 'Dear Niamh Walsh,\n\nThank you.';
    expect(await page('/interviews/i1')).toContain(hint);
  });

  test('I7 a draft in English, for want of letters in the language of whoever receives it, says so', async () => {
    const message = story.service.kept.get('i1')?.messages[0];
    const walsh = story.service.kept.get('i1')?.detail.intake.contacts.find(({ id }) => id === 'walsh');
    if (!message || !walsh) throw new Error('the story has no message, or the sample no Walsh');
    message.to = ['niamh.walsh@northwind.test'];
    const hint = 'There are no letters in Swedish yet, so this one was written in English.';
    expect(await page('/interviews/i1')).not.toContain(hint);
    walsh.language = 'sv';
    expect(await page('/interviews/i1')).toContain(hint);
  });

  test('an edit keeps line breaks as they are in letters', async () => {
    await send('/interviews/i1/messages/msg1/edit', { subject: ' Thanks ', text: 'One\r\n\r\nTwo' });
    expect(story.service.calls[0]?.args[2]).toEqual({ subject: 'Thanks', text: 'One\n\nTwo' });
  });

  test('a refused edit shows the findings in words, beside the text that was typed', async () => {
    const answer = await send('/interviews/i1/messages/msg1/edit', {
      subject: 'S',
      text: 'This is unacceptable & rude.',
    });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('reads as irritation');
    expect(answer.body).toContain('This is unacceptable &amp; rude.</textarea>');
  });

  test('an event that lacks something says what, and keeps what was typed', async () => {
    const answer = await send('/interviews/i1/events/reflection_given', { goOn: 'yes' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toMatch(/<details[^>]*id="event-reflection_given"[^>]*open/);
    expect(answer.body).toContain('Text is missing.');
    expect(answer.body).toMatch(/value="yes" checked/);
    expect((await send('/interviews/i1/events/nonsense')).statusCode).toBe(404);
  });

  test('the clock only goes forward', async () => {
    const answer = await send('/interviews/i1/fast-forward', { date: '2026-11-01' });
    expect([answer.statusCode, answer.body.includes('lies in the past')]).toEqual([422, true]);
  });

  test('a closed one is kind about it, and refuses with the reason', async () => {
    await send('/interviews/i1/events/feedback_received', { outcome: 'rejected' });
    const body = await page('/interviews/i1');
    expect(body).toContain('They chose someone else this time.');
    expect(body).not.toContain('id="plan-title"');
    const late = await send('/interviews/i1/events/paused');
    expect([late.statusCode, late.body.includes('This interview is closed')]).toEqual([409, true]);
  });

  test('one whose fate is unknown asks whether it arrived', async () => {
    const message = story.service.kept.get('i1')?.messages[0];
    if (message) message.status = 'uncertain';
    expect(await page('/interviews/i1')).toContain('It arrived');
    expect((await send('/interviews/i1/messages/msg1/settle', { arrived: 'yes' })).statusCode).toBe(303);
    expect(message?.status).toBe('sent');
  });

  test('without the time machine there are no buttons for it', async () => {
    story.service.timeMachine = false;
    expect(await page('/interviews/i1')).not.toContain('+1 week');
  });

  test('an unknown one, and workers that are down, are pages that say what to do next', async () => {
    const unknown = await story.app.inject('/interviews/none');
    expect([unknown.statusCode, unknown.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    story.service.failing = true;
    const down = await story.app.inject('/interviews/i1');
    expect([down.statusCode, down.body.includes('Wait a moment')]).toEqual([503, true]);
  });
});

describe('the intake form', () => {
  const cookieOf = (answer: { headers: Record<string, unknown> }) =>
    String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const essential = {
    'candidate.name': 'Maya Lindqvist',
    'candidate.email': 'maya@candidate.test',
    'candidate.country': 'SE',
    'candidate.timeZone': 'Europe/Stockholm',
    role: 'Platform Engineer',
    'organisation.name': 'Northwind Grid',
    'organisation.country': 'IE',
    'interview.date': '2026-12-01',
    'interview.endTime': '11:30',
    'contacts.0.id': 'c1',
    'contacts.0.givenName': 'Aoife',
    'contacts.0.familyName': 'Byrne',
    'contacts.0.roles.interviewer': 'on',
    idempotencyKey: 'form-1',
  };

  test('with the essentials alone starts an interview; sent twice, it is one', async () => {
    const first = await send('/interviews/new', essential);
    expect([first.statusCode, first.headers.location]).toEqual([303, '/interviews/i2?done=started']);
    const again = await send('/interviews/new', essential);
    expect(again.headers.location).toBe('/interviews/i2?done=same');
    expect(story.service.kept.get('i2')?.detail.intake.interview.endsAt).toBe('2026-12-01T11:30:00.000Z');
  });

  test('offers zones, countries by name, and the person who used it last', async () => {
    const body = await page('/interviews/new');
    expect(body).toContain('<option value="Europe/Dublin">');
    expect(body).toMatch(/<option selected value="SE">Sweden<\/option>|<option value="SE" selected>Sweden<\/option>/);
    expect(body).toContain('value="Maya Lindqvist"');
  });

  test('puts each error beside its field and into a summary, and loses nothing', async () => {
    const answer = await send('/interviews/new', {
      ...essential,
      role: '',
      'contacts.0.email': 'nope',
      'process.promisedDate': '2026-11-01',
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('3 things need another look');
    for (const field of ['role', 'contacts.0.email', 'process.promisedDate']) {
      expect(answer.body).toContain(`href="#f-${field}"`);
      expect(answer.body).toContain(`id="f-${field}-error"`);
      expect(answer.body).toMatch(
        new RegExp(
          `id="f-${field.replaceAll('.', '\\.')}"[^>]*aria-describedby="[^"]*f-${field.replaceAll('.', '\\.')}-error"[^>]*aria-invalid="true"`,
        ),
      );
    }
    expect(answer.body).toContain('value="Platform Engineer"'.replace('Platform Engineer', 'Byrne'));
    expect(story.service.kept.size).toBe(1);
  });

  test('keeps a draft in a cookie that scripts and other sites cannot have', async () => {
    const kept = await send('/interviews/new', { ...essential, role: 'Half a role', action: 'save' });
    const cookie = String(kept.headers['set-cookie']);
    expect(cookie).toMatch(/^afterview_draft=[\w-]{32}; Path=\/interviews; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    expect(kept.body).toContain('Kept as a draft');
    const back = await story.app.inject({ url: '/interviews/new', headers: { cookie: cookieOf(kept) } });
    expect(back.body).toContain('value="Half a role"');
    expect(await page('/interviews/new')).not.toContain('Half a role');
    const sent = await send('/interviews/new', essential, { cookie: cookieOf(kept) });
    expect(sent.headers['set-cookie']).toContain('Max-Age=0');
    const fresh = await story.app.inject({ url: '/interviews/new', headers: { cookie: cookieOf(kept) } });
    expect(fresh.body).not.toContain('Platform Engineer');
  });

  test('keeps the draft when it could not be sent', async () => {
    story.service.startInterview = async () => {
      throw new Error('boom');
    };
    const answer = await send('/interviews/new', essential);
    expect(answer.statusCode).toBe(500);
    const token = cookieOf(answer).split('=')[1] ?? '';
    expect(story.service.drafts.get(token)).toMatchObject({ role: 'Platform Engineer' });
  });

  test('the script’s own draft call answers without a page', async () => {
    expect((await send('/interviews/new/draft', { role: 'x' })).statusCode).toBe(204);
  });

  test('adds and removes people without a script', async () => {
    const added = await send('/interviews/new', { ...essential, action: 'add:contacts' });
    expect(added.statusCode).toBe(200);
    expect(added.body).toContain('Person 2');
    expect(added.body).toMatch(/id="f-contacts\.1\.givenName"[^>]*autofocus/);
    expect(added.body).toMatch(/name="contacts\.1\.roles\.interviewer"[^>]*checked/);
    const removed = await send('/interviews/new', {
      ...essential,
      'contacts.1.givenName': 'Conor',
      action: 'remove:contacts:1',
    });
    expect(removed.body).not.toContain('Conor');
  });

  test('enters a next round with the people carried over', async () => {
    const body = await page('/interviews/new?from=i1');
    expect(body).toContain('value="Byrne"');
    expect(body).toMatch(/name="interview\.round"[^>]*value="2"|value="2"[^>]*name="interview\.round"/);
    expect((await story.app.inject('/interviews/new?from=none')).statusCode).toBe(404);
  });
});

describe('the inbox', () => {
  test('shows a mail as text with the guess, why, and a button for each answer', async () => {
    const body = await page('/inbox/m1');
    expect(body).toContain('We are still meeting other candidates');
    expect(body).toContain('still meeting other candidates</q>');
    expect(body).toContain('Senior Data Engineer at Northwind Grid');
    for (const key of ['1', '9', '0', 'r']) expect(body).toContain(`data-key="${key}"`);
    expect(body).toContain('value="2026-12-18"');
  });

  test('an answer is applied with the dates that were confirmed, and can be undone', async () => {
    const answer = await send('/inbox/m1/decide', {
      kind: 'holding',
      interviewId: 'i1',
      promisedDate: '2026-12-18',
      'promisedDate.confirm': 'on',
      answerBy: '2026-12-20',
    });
    expect(answer.headers.location).toBe('/inbox/m1?done=decided');
    expect(story.service.calls[0]?.args[1]).toEqual({ kind: 'holding', interviewId: 'i1', promisedDate: '2026-12-18' });
    expect(await page('/inbox/m1')).toContain('Undo');
    expect((await send('/inbox/m1/undo')).headers.location).toBe('/inbox/m1?done=undone');
    expect((await send('/inbox/m1/undo')).statusCode).toBe(409);
  });

  test('a mail still being read says so; one that was sorted can be sorted differently', async () => {
    const item = story.service.items.get('m1');
    if (item) item.state = 'stored';
    expect(await page('/inbox/m1')).toContain('Being read');
    await send('/inbox/m1/decide', { kind: 'holding', interviewId: 'i1' });
    const body = await page('/inbox/m1');
    expect(body).toContain('Sort it differently');
    expect(body).toMatch(/<option[^>]*value="i1"[^>]*selected|<option[^>]*selected[^>]*value="i1"/);
  });

  test('a sorted mail shows what was understood, from which words, how sure, and which days', async () => {
    const item = story.service.items.get('m1');
    if (item?.guess) {
      item.guess.evidence = ['headerList: List-Id', 'c.neg: not', 'stillDeciding: still meeting other candidates'];
      item.guess.dates.interviewAt = {
        ...{ value: '2026-12-15T14:00:00+00:00', sentence: 'Second interview', confidence: 0.99, certain: true },
      };
    }
    await send('/inbox/m1/decide', { kind: 'holding', interviewId: 'i1' });
    const panel = (await page('/inbox/m1')).split('id="differently"')[0];
    expect(panel).toContain('62 % sure');
    expect(panel).toContain('still deciding: <q>still meeting other candidates</q>');
    expect(panel).toContain('They will answer by: <time datetime="2026-12-18">Fri 18 Dec 2026</time> (not certain)');
    expect(panel).toContain('Tue 15 Dec 2026, 14:00 Dublin');
    expect(panel).not.toMatch(/headerList|List-Id|c\.neg/);
  });

  test('an invitation for the calendar was read, and is not called an unopened file', async () => {
    const item = story.service.items.get('m1');
    const file = { filename: null, mimeType: 'text/calendar', bytes: 209 };
    if (item)
      item.parsed = {
        ...{ text: item.visibleText, attachments: [file], problems: [] },
        calendar: [
          {
            ...{ uid: '1', summary: 'Second interview', method: 'REQUEST', location: 'Room 4' },
            ...{ startsAt: '2026-12-15T14:00:00Z', endsAt: '2026-12-15T15:00:00Z' },
          },
        ],
      } as unknown as NonNullable<typeof item.parsed>;
    const body = await page('/inbox/m1');
    expect(body).not.toContain('Attached, not opened');
    expect(body).toContain('Tue 15 Dec 2026, 14:00 Dublin');
    expect(body).toContain('Room 4');
  });

  test('a mail that is not read yet does not claim to have no text', async () => {
    const item = story.service.items.get('m1');
    if (item) Object.assign(item, { state: 'stored', visibleText: '', guess: null, subject: '', from: '' });
    const body = await page('/inbox/m1');
    expect(body).not.toContain('There is no text in it');
    expect(body).not.toContain('an unknown sender');
    expect(body).toContain('data-live="mail-text"');
  });

  test('a text without headers is taken as the text of a mail; what is neither is refused, and kept', async () => {
    const hand = (content: string) =>
      story.app.inject({ method: 'POST', url: '/inbox', ...multipartForm('source', content) });
    const text = 'Hi Maya, we would like to offer you the job. Aoife';
    expect((await hand(text)).statusCode).toBe(303);
    expect(Buffer.from(story.service.mails.get('m2')?.raw ?? []).toString()).toMatch(/text\/plain\r\n\r\nHi Maya, we/);
    const odd = await hand('\u0001\u0002\u0003\u0004 no mail');
    expect(odd.statusCode).toBe(422);
    expect(odd.body).toContain('This is neither a mail nor a text.');
    expect(odd.body).toContain(' no mail</textarea>');
  });

  test('Enter alone is no answer', async () => {
    const answer = await send('/inbox/m1/decide', { interviewId: 'i1' });
    expect([answer.statusCode, answer.body.includes('press one of the answers')]).toEqual([422, true]);
    expect(story.service.calls).toEqual([]);
  });

  test('a mail is handed in by file; an empty form says what to do', async () => {
    const mail = 'From: a@b.test\r\nSubject: By hand\r\n\r\nHi';
    const answer = await story.app.inject({ method: 'POST', url: '/inbox', ...multipartForm('mail', mail, 'x.eml') });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/inbox/m2?done=stored']);
    const empty = await story.app.inject({ method: 'POST', url: '/inbox', ...multipartForm('source', '') });
    expect([empty.statusCode, empty.body.includes('Choose an .eml file')]).toEqual([422, true]);
  });
});

describe('the other pages', () => {
  test('mail that was sent is shown as text, as bytes and as a file', async () => {
    expect(await page('/mail')).toContain('aoife.byrne@northwind.test');
    const body = await page('/mail/s1');
    expect(body).toContain('thank you for the conversation');
    expect(body).toContain('Message-ID: &lt;sent@candidate.test');
    const file = await story.app.inject('/mail/s1/source.eml');
    expect(file.headers['content-disposition']).toContain('attachment');
    expect((await story.app.inject('/mail/none')).statusCode).toBe(404);
    const without = await startStory({ sink: undefined as never });
    expect((await without.app.inject('/mail')).statusCode).toBe(404);
    await without.app.close();
  });

  test('offers are recorded, with errors in words', async () => {
    const url = '/offers/cand-maya%40candidate.test';
    expect(
      (await send(url, { organisation: 'Baltic Rail', receivedOn: '2026-12-03', status: 'open' })).statusCode,
    ).toBe(303);
    expect(await page(url)).toContain('Baltic Rail');
    const missing = await send(url, { organisation: 'Baltic Rail' });
    expect([missing.statusCode, missing.body.includes('receivedOn: is missing')]).toEqual([422, true]);
    expect((await story.app.inject('/offers/nobody')).statusCode).toBe(404);
  });

  test('the glossary explains every rule that pages link to', async () => {
    const help = await page('/help');
    for (const [, id] of (await page('/interviews/i1')).matchAll(/href="\/help#([A-I]\d+)"/g))
      expect(help).toContain(`id="${id}"`);
  });
});
