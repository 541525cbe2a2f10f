import { parseMail } from '../../mail/parse';
import { visibleText } from '../../mail/visible-text';

/** What the sender wrote in each mail; everything quoted says OLD. */
async function plain(body: string, subject = 'Re: Interview'): Promise<string> {
  return visible('text/plain', body, subject);
}
async function html(body: string, subject = 'Re: Interview'): Promise<string> {
  return visible('text/html', body, subject);
}
async function visible(type: string, body: string, subject: string): Promise<string> {
  const raw = `From: Anna Berg <anna@example.org>\r\nTo: kim@example.com\r\nSubject: ${subject}\r\nDate: Fri, 11 Dec 2026 09:30:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${body.replaceAll('\n', '\r\n')}`;
  const mail = await parseMail(Buffer.from(raw));
  return visibleText(mail).replace(/\s+/g, ' ').trim();
}

describe('quoted history in plain text', () => {
  const attributions: [string, string][] = [
    ['Gmail, English', 'On Thu, 10 Dec 2026 at 09:00, Kim Novak <kim@example.com> wrote:'],
    [
      'Gmail, English, broken over two lines',
      'On Thu, Dec 10, 2026 at 9:00 AM Kim Alexandra Novak-Henriksson <\nkim@example.com> wrote:',
    ],
    ['Gmail, German', 'Am Do., 10. Dez. 2026 um 09:00 Uhr schrieb Kim Novak <kim@example.com>:'],
    ['Gmail, French', 'Le jeu. 10 déc. 2026 à 09:00, Kim Novak <kim@example.com> a écrit :'],
    ['Gmail, French, broken', 'Le jeu. 10 déc. 2026 à 09:00, Kim Novak <kim@example.com> a\nécrit :'],
    ['Gmail, Spanish', 'El jue, 10 dic 2026 a las 9:00, Kim Novak (<kim@example.com>) escribió:'],
    ['Gmail, Dutch', 'Op do 10 dec 2026 om 09:00 schreef Kim Novak <kim@example.com>:'],
    ['Gmail, Swedish', 'Den tors 10 dec. 2026 kl 09:00 skrev Kim Novak <kim@example.com>:'],
    ['Gmail, Danish', 'Den tor. 10. dec. 2026 kl. 09.00 skrev Kim Novak <kim@example.com>:'],
    ['Gmail, Norwegian', 'tor. 10. des. 2026 kl. 09:00 skrev Kim Novak <kim@example.com>:'],
    ['Apple Mail, English', 'On 10 Dec 2026, at 09:00, Kim Novak <kim@example.com> wrote:'],
    ['Apple Mail, German', 'Am 10.12.2026 um 09:00 schrieb Kim Novak <kim@example.com>:'],
    ['Apple Mail, French', 'Le 10 déc. 2026 à 09:00, Kim Novak <kim@example.com> a écrit :'],
    ['Apple Mail, Spanish', 'El 10 dic 2026, a las 9:00, Kim Novak <kim@example.com> escribió:'],
    ['Apple Mail, Dutch', 'Op 10 dec. 2026, om 09:00 heeft Kim Novak <kim@example.com> het volgende geschreven:'],
    ['Apple Mail, Swedish', '10 dec. 2026 kl. 09:00 skrev Kim Novak <kim@example.com>:'],
    ['Apple Mail, Danish', 'Den 10. dec. 2026 kl. 09.00 skrev Kim Novak <kim@example.com>:'],
    ['Apple Mail, Norwegian', '10. des. 2026 kl. 09:00 skrev Kim Novak <kim@example.com>:'],
    ['Thunderbird, German', 'Am 10.12.26 um 09:00 schrieb Kim Novak:'],
    ['Thunderbird, French', 'Le 10/12/2026 à 09:00, Kim Novak a écrit :'],
    ['Thunderbird, Swedish', 'Den 2026-12-10 kl. 09:00, skrev Kim Novak:'],
    ['Thunderbird, Dutch', 'Op 10-12-2026 om 09:00 schreef Kim Novak:'],
    ['Thunderbird, Spanish', 'El 10/12/26 a las 9:00, Kim Novak escribió:'],
    ['Outlook mobile, English', 'On Thu, Dec 10, 2026 at 9:00 AM +0100, "Kim Novak" <kim@example.com> wrote:'],
    ['Yahoo, English', 'On Thursday, December 10, 2026 at 09:00:00 AM GMT+1, Kim Novak <kim@example.com> wrote:'],
  ];
  it.each(attributions)('%s, with marks', async (_name, attribution) => {
    expect(await plain(`We decide on Friday.\n\nAnna\n\n${attribution}\n\n> OLD words\n> more OLD words\n`)).toBe(
      'We decide on Friday. Anna',
    );
  });
  it.each(attributions)('%s, without marks', async (_name, attribution) => {
    expect(await plain(`We decide on Friday.\n\n${attribution}\n\nOLD words\nmore OLD words\n`)).toBe(
      'We decide on Friday.',
    );
  });

  const blocks: [string, string][] = [
    [
      'English',
      'From: Kim Novak <kim@example.com>\nSent: Thursday, December 10, 2026 9:00 AM\nTo: Anna Berg <anna@example.org>\nSubject: Interview',
    ],
    [
      'German',
      'Von: Kim Novak <kim@example.com>\nGesendet: Donnerstag, 10. Dezember 2026 09:00\nAn: Anna Berg <anna@example.org>\nBetreff: Gespräch',
    ],
    [
      'French',
      'De : Kim Novak <kim@example.com>\nEnvoyé : jeudi 10 décembre 2026 09:00\nÀ : Anna Berg <anna@example.org>\nObjet : Entretien',
    ],
    [
      'French with no-break spaces',
      'De\u00a0: Kim Novak <kim@example.com>\nEnvoyé\u00a0: jeudi 10 décembre 2026 09:00\nÀ\u00a0: Anna Berg\nObjet\u00a0: Entretien',
    ],
    [
      'Spanish',
      'De: Kim Novak <kim@example.com>\nEnviado: jueves, 10 de diciembre de 2026 9:00\nPara: Anna Berg <anna@example.org>\nAsunto: Entrevista',
    ],
    [
      'Spanish, "el"',
      'De: Kim Novak\nEnviado el: jueves, 10 de diciembre de 2026 9:00\nPara: Anna Berg\nAsunto: Entrevista',
    ],
    [
      'Dutch',
      'Van: Kim Novak <kim@example.com>\nVerzonden: donderdag 10 december 2026 09:00\nAan: Anna Berg <anna@example.org>\nOnderwerp: Gesprek',
    ],
    [
      'Swedish',
      'Från: Kim Novak <kim@example.com>\nSkickat: den 10 december 2026 09:00\nTill: Anna Berg <anna@example.org>\nÄmne: Intervju',
    ],
    [
      'Danish',
      'Fra: Kim Novak <kim@example.com>\nSendt: 10. december 2026 09:00\nTil: Anna Berg <anna@example.org>\nEmne: Samtale',
    ],
    [
      'Norwegian',
      'Fra: Kim Novak <kim@example.com>\nSendt: torsdag 10. desember 2026 09:00\nTil: Anna Berg <anna@example.org>\nEmne: Intervju',
    ],
    [
      'English, in bold',
      '*From:* Kim Novak <kim@example.com>\n*Sent:* Thursday\n*To:* Anna\n*Cc:* Ben\n*Subject:* Interview',
    ],
    [
      'Apple forward, English',
      'From: Kim Novak <kim@example.com>\nSubject: Interview\nDate: 10 December 2026 at 09:00:00 CET\nTo: anna@example.org',
    ],
  ];
  it.each(blocks)('Outlook block, %s', async (_name, block) => {
    expect(
      await plain(`We decide on Friday.\n\nAnna\n\n________________________________\n${block}\n\nOLD words\n`),
    ).toBe('We decide on Friday. Anna');
    expect(await plain(`We decide on Friday.\n\n${block}\n\nOLD words\n`)).toBe('We decide on Friday.');
  });

  it.each([
    '-----Original Message-----',
    '-----Ursprüngliche Nachricht-----',
    "-----Message d'origine-----",
    '-----Mensaje original-----',
    '-----Oorspronkelijk bericht-----',
    '-----Ursprungligt meddelande-----',
    '-----Oprindelig meddelelse-----',
    '-----Opprinnelig melding-----',
    '----- Forwarded message -----',
    '---------- Weitergeleitete Nachricht ---------',
    '---------- Message transféré ---------',
    '## Please reply above this line ##',
    '--- Bitte antworten Sie oberhalb dieser Zeile ---',
    '-- Répondez au-dessus de cette ligne --',
    '-- Skriv ditt svar ovanför den här raden --',
  ])('divider %s', async (divider) => {
    expect(await plain(`We decide on Friday.\n\n${divider}\nOLD words\n`)).toBe('We decide on Friday.');
  });

  it('keeps answers written between the quotes, and below them', async () => {
    const body =
      'Am 10.12.26 um 09:00 schrieb Kim Novak:\n> OLD Gibt es schon Neuigkeiten?\n\nJa, am Freitag.\n\n> OLD Soll ich Zeugnisse schicken?\n\nBitte ja.\n';
    expect(await plain(body)).toBe('Ja, am Freitag. Bitte ja.');
  });

  it('a sentence that speaks of writing is no mark', async () => {
    const body = 'Hello Kim,\n\nOn 3 December 2026 I wrote to you about two things:\nthe salary and the start.\n\nAnna';
    expect(await plain(body, 'Two things')).toContain('the salary and the start.');
  });

  it('the details of an interview are no header block', async () => {
    const body =
      'Your interview:\n\nDate: 14 December 2026\nTime: 10:00 to 11:00\nTo: be held on Teams\nWith: Anna\n\nSee you there.';
    expect(await plain(body, 'Interview')).toContain('See you there.');
  });
});

describe('forwarded mail', () => {
  const forwarded =
    '---------- Forwarded message ---------\nFrom: Ben <ben@example.org>\nDate: Thu, Dec 10, 2026 at 9:00 AM\nSubject: Decision\nTo: <anna@example.org>\n\nWe will not go on.\n';
  it('shows what it forwards where nothing else is said', async () => {
    expect(await plain(forwarded, 'Fwd: Decision')).toBe('We will not go on.');
  });
  it('shows only what was written above it otherwise', async () => {
    expect(await plain(`For your files.\n\n${forwarded}`, 'Fwd: Decision')).toBe('For your files.');
  });
  it('shows what Apple Mail forwards inside quote marks', async () => {
    expect(
      await plain(
        '> Begin forwarded message:\n> \n> From: Ben <ben@example.org>\n> Subject: Decision\n> Date: 10 December 2026\n> To: anna@example.org\n> \n> We will not go on.\n',
        'Fwd: Decision',
      ),
    ).toBe('We will not go on.');
  });
  it('an empty reply says nothing, whatever it quotes', async () => {
    expect(await plain('\n\nOn Thu, 10 Dec 2026 at 09:00, Kim <kim@example.com> wrote:\n> OLD words\n')).toBe('');
    expect(await plain('\n\nAm 10.12.26 um 09:00 schrieb Kim Novak:\n\nOLD words\n')).toBe('');
  });
});

describe('signatures and footers', () => {
  it.each([
    'Sent from my iPhone',
    'Get Outlook for iOS<https://aka.ms/x>',
    'Von meinem iPhone gesendet',
    'Gesendet mit der mobilen Mail App',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'Verzonden vanaf mijn iPhone',
    'Skickat från min iPhone',
    'Sendt fra min iPhone',
    'Outlook für iOS beziehen',
    'Sent with Proton Mail secure email.',
  ])('%s', async (line) => {
    expect(await plain(`We decide on Friday.\n\n${line}\n`)).toBe('We decide on Friday.');
  });

  it('ends at the Usenet delimiter', async () => {
    expect(await plain('We decide on Friday.\n\n-- \nAnna Berg\nWe are hiring!\n')).toBe('We decide on Friday.');
  });

  it('a card that says all in one line goes, with the motto under it', async () => {
    const card = 'Jez van der Partridge | Principal Consultant | Brightlane\nRejected CVs? Ask me about our CV clinic';
    expect(await plain(`No news mate. Sit tight.\n\n${card}\n`)).toBe('No news mate. Sit tight.');
    expect(await plain(`No news mate.\n\nCheers\n${card}\n`)).toBe('No news mate. Cheers');
  });

  it('lines with bars that are no card stay', async () => {
    for (const said of [
      'Your plan:\n\nSecond Interview | Monday 4 May | Leeds',
      'The day:\nMarlene Dietz | Head of Lab | then Tom Berg',
      'Two people:\n\nAnna Berg | Head of Lab\n\nP.S. We decide on Friday.',
    ]) {
      expect(await plain(said)).toBe(said.replace(/\s+/g, ' '));
    }
  });

  it.each([
    [
      'Mit freundlichen Grüßen',
      'Anna Berg\nPersonalreferentin\n\nBeispiel GmbH\nHauptstr. 1 | 10115 Berlin\nTel. +49 30 1234567\nwww.example.org\n\nGeschäftsführer: B. Beispiel, Amtsgericht Berlin HRB 1\nDiese E-Mail ist vertraulich.',
    ],
    [
      'Kind regards,',
      'Anna Berg\nTalent Partner\nExample Ltd\n+44 20 1234 5678\n\nThis email is confidential and intended solely for the addressee. If you are not the intended recipient, delete it.',
    ],
    ['Cordialement,', 'Anna Berg\nChargée de recrutement\nTél. : +33 1 23 45 67 89\n\nCe message est confidentiel.'],
    ['Un saludo,', 'Anna Berg\nSelección\nTel. +34 91 123 45 67'],
    ['Met vriendelijke groet,', 'Anna Berg\nRecruiter\n06 12345678'],
    ['Vänliga hälsningar', 'Anna Berg\nHR-partner\n070-123 45 67'],
  ])('%s: the name stays, the card goes', async (closing, card) => {
    expect(await plain(`We decide on Friday.\n\n${closing}\n${card}\n`)).toBe(
      `We decide on Friday. ${closing} Anna Berg`,
    );
  });

  it('a postscript below the name stays', async () => {
    const text = await plain('We decide on Friday.\n\nBest,\nAnna\n\nP.S. Please send your references by Monday.\n');
    expect(text).toContain('Please send your references by Monday.');
  });

  it('"Thanks," at the beginning is no closing', async () => {
    const text = await plain(
      'Thanks,\n\nthat works. We have decided to go on with another candidate, I am sorry to say.\n\nAnna',
    );
    expect(text).toContain('go on with another candidate');
  });
});

describe('history that the HTML marks', () => {
  it.each([
    [
      'Gmail',
      '<div dir="ltr">We decide on Friday.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Am Do., 10. Dez. 2026 um 09:00 Uhr schrieb Kim &lt;<a href="mailto:kim@example.com">kim@example.com</a>&gt;:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex"><div>OLD words</div></blockquote></div>',
    ],
    [
      'Apple Mail',
      '<html><body>We decide on Friday.<div><br><blockquote type="cite"><div>10 dec. 2026 kl. 09:00 skrev Kim &lt;kim@example.com&gt;:</div><br><div>OLD words</div></blockquote></div></body></html>',
    ],
    [
      'Thunderbird',
      '<p>We decide on Friday.</p><div class="moz-cite-prefix">Le 10/12/2026 à 09:00, Kim a écrit :<br></div><blockquote type="cite" cite="mid:x@y"><p>OLD words</p></blockquote>',
    ],
    [
      'Outlook on the web',
      '<div>We decide on Friday.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>Från:</b> Kim<br><b>Skickat:</b> torsdag</div><div>OLD words</div>',
    ],
    [
      'Outlook on the desktop',
      "<div class=WordSection1><p class=MsoNormal>We decide on Friday.<o:p></o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Van:</b> Kim<br><b>Verzonden:</b> donderdag<br></p></div></div><p class=MsoNormal>OLD words</p></div>",
    ],
    [
      'Outlook mobile',
      '<div>We decide on Friday.</div><div id="ms-outlook-mobile-signature"><div>Obtenez Outlook pour iOS</div></div><div id="mail-editor-reference-message-container"><div>OLD words</div></div>',
    ],
    [
      'Yahoo',
      '<div>We decide on Friday.</div><div id="x" class="yahoo_quoted"><div>On Thursday, Kim wrote:</div><div>OLD words</div></div>',
    ],
    [
      'Proton',
      '<div>We decide on Friday.</div><div class="protonmail_signature_block"><div>Sent with Proton Mail</div></div><div class="protonmail_quote">On Thursday Kim wrote:<blockquote class="protonmail_quote" type="cite">OLD words</blockquote></div>',
    ],
    [
      'Hotmail',
      '<div>We decide on Friday.</div><hr id="stopSpelling">Date: Thu<br>From: kim@example.com<br>To: anna@example.org<br>OLD words',
    ],
  ])('%s', async (_name, body) => {
    expect(await html(body)).toBe('We decide on Friday.');
  });

  it('answers between Gmail quotes stay', async () => {
    const body =
      '<div class="gmail_quote"><div class="gmail_attr">On Thu, 10 Dec 2026 at 09:00, Kim &lt;kim@example.com&gt; wrote:<br></div><blockquote class="gmail_quote">OLD one</blockquote><div>Yes, on Friday.</div><blockquote class="gmail_quote">OLD two</blockquote><div>No.</div></div>';
    expect(await html(body)).toBe('Yes, on Friday. No.');
  });

  it('a signature marked as such goes, text below it stays', async () => {
    const body =
      '<div>We decide on Friday.</div><div class="gmail_signature" data-smartmail="gmail_signature"><div>Anna Berg</div><div>We are hiring!</div></div>';
    expect(await html(body)).toBe('We decide on Friday.');
  });

  it('hidden text, scripts and tracking pixels are not read', async () => {
    const body =
      '<style>p{color:red}</style><script>document.write("OLD")</script><div style="display:none;max-height:0">OLD preheader</div><span hidden>OLD</span><p>We decide on Friday.</p><img src="https://example.org/p.gif" width="1" height="1" alt="OLD">';
    expect(await html(body, 'News')).toBe('We decide on Friday.');
  });

  it('a layout that sets its type to zero hides nothing', async () => {
    expect(
      await html(
        '<td style="font-size:0px;padding:10px"><div style="font-size:14px">We decide on Friday.</div></td>',
        'News',
      ),
    ).toBe('We decide on Friday.');
  });
});

describe('mails of applicant tracking systems', () => {
  it.each([
    [
      'Greenhouse',
      'Hi Kim,\n\nThank you for your time. We decided not to move forward.\n\nBest,\nThe Example Team\n\n** Please note: Do not reply to this email. This email is sent from an unattended mailbox. Replies will not be read.',
      'We decided not to move forward.',
    ],
    [
      'Lever',
      'Hi Kim,\n\nWe would like to invite you to the next round.\n\nAnna Berg\nhttps://jobs.example.org\n\nSent via Lever',
      'next round.',
    ],
    ['Ashby', 'Hi Kim,\n\nPlease pick a time.\n\nThanks,\nAnna\n\nPowered by Ashby', 'Please pick a time.'],
    [
      'Workday',
      'Dear Kim,\n\nWe have received your application for Engineer (R-1234).\n\nRegards,\nExample Talent Acquisition\n\nThis email was intended for kim@example.com\n© 2026 Workday, Inc.',
      'We have received your application',
    ],
    [
      'SmartRecruiters',
      'Hallo Kim,\n\nwir haben uns für andere Bewerber entschieden.\n\nFreundliche Grüße\nAnna Berg\n\nDiese E-Mail wurde im Auftrag von Beispiel GmbH versendet.\nAbmelden: https://example.org/x',
      'andere Bewerber entschieden.',
    ],
    [
      'Teamtailor',
      '-- Svara ovanför den här raden --\n\nHej Kim,\n\nVi återkommer i januari.\n\nVänliga hälsningar\nAnna\n\nAvprenumerera: https://example.org/u',
      'Vi återkommer i januari.',
    ],
  ])('%s', async (_name, body, said) => {
    const text = await plain(body, 'Your application');
    expect(text).toContain(said);
    expect(text).not.toMatch(/Powered by|Sent via|©|Abmelden|Avprenumerera/);
  });
});
