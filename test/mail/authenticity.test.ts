import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import {
  isAligned,
  readTrustedServers,
  senderTrust,
  trustworthy,
  withoutForeignResults,
} from '../../mail/authenticity';
import { parseMail } from '../../mail/parse';
import { type DnsResolver, verifyByDns } from '../../mail/verify-by-dns';

const config = readTrustedServers('mx.candidate.example, MX2.candidate.example');
const read = (results: string, from = 'Anna <anna@example.org>') =>
  parseMail(Buffer.from(`${results}From: ${from}\r\nSubject: x\r\n\r\nhi`));
const line = (value: string) => `Authentication-Results: ${value}\r\n`;

describe('Authentication-Results', () => {
  it.each([
    [
      'DMARC passed',
      line(
        'mx.candidate.example; spf=pass smtp.mailfrom=example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org',
      ),
      'proven',
    ],
    ['a signature of the own domain', line('mx.candidate.example; dkim=pass header.d=example.org'), 'proven'],
    ['a signature of a domain above it', line('mx.candidate.example; dkim=pass header.i=@example.org'), 'proven'],
    [
      'an envelope sender of the own domain',
      line('mx2.candidate.example 1; spf=pass smtp.mailfrom=bounce@example.org'),
      'proven',
    ],
    ['a signature of somebody else', line('mx.candidate.example; dkim=pass header.d=evil.example'), 'unproven'],
    [
      'DMARC failed',
      line('mx.candidate.example; dkim=pass header.d=evil.example; dmarc=fail header.from=example.org'),
      'forged',
    ],
    [
      'a broken signature',
      line('mx.candidate.example; dkim=fail header.d=example.org; spf=softfail smtp.mailfrom=evil.example'),
      'forged',
    ],
    ['a server that is not trusted', line('mx.evil.example; dmarc=pass header.from=example.org'), 'unproven'],
    ['a server whose name only begins alike', line('mx.candidate.example.evil.example; dmarc=pass'), 'unproven'],
    [
      'a result inside a comment',
      line('mx.candidate.example; spf=none (dmarc=pass header.from=example.org; dkim=pass header.d=example.org)'),
      'unproven',
    ],
    ['a result inside a quoted string', line('mx.candidate.example; spf=none reason="x; dmarc=pass"'), 'unproven'],
    [
      'a forged one below the trusted one',
      line('mx.candidate.example; dmarc=fail') + line('mx.candidate.example; dmarc=pass'),
      'forged',
    ],
    ['nothing at all', '', 'unproven'],
  ])('R10 %s', async (_name, headers, sender) => {
    expect(trustworthy(await read(headers), config).sender).toBe(sender);
  });

  it('R10 nobody is proven by a mail of several senders', async () => {
    const passed = line('mx.candidate.example; dmarc=pass');
    expect(
      trustworthy(
        await parseMail(Buffer.from(`${passed}From: anna@example.org\r\nFrom: eve@evil.example\r\n\r\nhi`)),
        config,
      ).sender,
    ).toBe('unproven');
  });

  it('nobody counts where no server is named', async () => {
    expect(
      trustworthy(await read(line('mx.candidate.example; dmarc=pass')), readTrustedServers(undefined)).sender,
    ).toBe('unproven');
  });

  it('strips the others', async () => {
    const mail = await read(
      line('mx.evil.example; dmarc=pass') +
        line('mx.candidate.example; dmarc=fail') +
        line('mx.candidate.example; dmarc=pass'),
    );
    expect(withoutForeignResults(mail, config).filter(({ name }) => name === 'authentication-results')).toEqual([
      { name: 'authentication-results', value: 'mx.candidate.example; dmarc=fail' },
    ]);
  });

  it('being below one registry is nothing in common', () => {
    expect(isAligned('mail.example.co.uk', 'example.co.uk')).toBe(true);
    expect(isAligned('co.uk', 'example.co.uk')).toBe(false);
    expect(isAligned('evil-example.org', 'example.org')).toBe(false);
    expect(isAligned('org', 'example.org')).toBe(false);
  });
});

describe('our own check with DNS at hand', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
  const resolver: DnsResolver = (name, type) => {
    if (type === 'TXT' && name === 's1._domainkey.example.org') return Promise.resolve([[record]]);
    if (type === 'TXT' && name === '_dmarc.example.org') return Promise.resolve([['v=DMARC1; p=reject']]);
    return Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
  };

  /** Signs by hand: simple canonicalization of the body, relaxed of the header. */
  function signed(body: string, domain = 'example.org'): string {
    const headers = { from: 'Anna <anna@example.org>', subject: 'Decision' };
    const digest = createHash('sha256').update(body).digest('base64');
    const fields = `v=1; a=rsa-sha256; c=relaxed/simple; d=${domain}; s=s1; h=from:subject; bh=${digest}; b=`;
    const content = `from:${headers.from}\r\nsubject:${headers.subject}\r\ndkim-signature:${fields}`;
    const signature = sign('sha256', Buffer.from(content), privateKey).toString('base64');
    return `DKIM-Signature: ${fields}${signature}\r\nFrom: ${headers.from}\r\nSubject: ${headers.subject}\r\n\r\n${body}`;
  }
  const judge = async (raw: string) =>
    senderTrust(await parseMail(Buffer.from(raw)), await verifyByDns(Buffer.from(raw), { resolver }));

  it('R10 a good signature of the own domain proves the sender', async () => {
    expect(await judge(signed('We decided.\r\n'))).toBe('proven');
  });
  it('R10 an altered body makes it forged', async () => {
    expect(await judge(signed('We decided.\r\n').replace('We decided.', 'We decided no.'))).toBe('forged');
  });
  it('R10 an altered sender proves nothing', async () => {
    expect(await judge(signed('We decided.\r\n').replace('anna@example.org>', 'ceo@example.org>'))).not.toBe('proven');
  });
  it('no signature, no connection: unproven', async () => {
    expect(await judge('From: Anna <anna@example.org>\r\nSubject: Decision\r\n\r\nWe decided.\r\n')).toBe('unproven');
  });
  it('a resolver that hangs is not waited for', async () => {
    const hanging = await verifyByDns(Buffer.from(signed('x\r\n')), {
      resolver: () => new Promise(() => undefined),
      timeLimit: 50,
    });
    expect(hanging.source).toBeNull();
  });
});
