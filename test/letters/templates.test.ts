import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeLetter } from '../../letters/compose';
import { loadCatalogue, OWN_TEMPLATES } from '../../letters/shelf';
import { validateTemplate } from '../../letters/validate';
import { ONEILL, request } from './requests';

const own = ['en', 'de'].flatMap((language) =>
  readdirSync(join(OWN_TEMPLATES, language), { recursive: true })
    .map(String)
    .filter((f) => f.endsWith('.liquid'))
    .map((f) => [language, f.replace('.liquid', '')] as const),
);

test.each(own)('the product’s own template %s %s passes its own check', (language, name) => {
  const source = readFileSync(join(OWN_TEMPLATES, language, `${name}.liquid`), 'utf8');
  expect(validateTemplate(name, language, source).filter((f) => f.severity === 'error')).toEqual([]);
});

describe('a template is checked when it is saved', () => {
  const good = 'Subject: News?\n\n{{ greeting }}\n\nIs there any news about {{ role }}?\n\n{{ closing }}\n';
  const messages = (name: string, source: string) =>
    validateTemplate(name, 'en', source).map((f) => `${f.line}: ${f.message}`);

  test('a good one has no faults', () => {
    expect(messages('chase', good)).toEqual([]);
  });
  test('an unknown name is named with its line', () => {
    expect(messages('chase', good.replace('{{ role }}', '{{ Role }}'))[0]).toMatch(
      /^5: "Role" is not a name.*did you mean "role"/,
    );
  });
  test('a tag that is not closed is named with its line', () => {
    expect(messages('chase', good.replace('Is there', '{% if topics %}\nIs there'))[0]).toMatch(/^5: /);
    expect(messages('chase', good.replace('Is there', '{% vary %}\nIs there'))[0]).toMatch(/vary/);
  });
  test('an unknown filter or tag', () => {
    expect(messages('chase', good.replace('{{ role }}', '{{ role | shout }}')).join()).toMatch(/shout/);
    expect(messages('chase', good.replace('{{ role }}', '{% include "x" %}'))).not.toEqual([]);
  });
  test('a missing subject, salutation, closing or question', () => {
    expect(messages('chase', good.replace('Subject: News?\n', ''))[0]).toMatch(/^1: The first line/);
    expect(messages('chase', good.replace('{{ greeting }}', 'Dear all,')).join()).toMatch(/greeting/);
    expect(messages('chase', good.replace('{{ closing }}', 'Bye')).join()).toMatch(/closing/);
    expect(messages('chase', good.replace(/Is there.*\?/, 'I interviewed for {{ role }}.')).join()).toMatch(
      /no question/,
    );
  });
  test('what the letter is for', () => {
    expect(messages('referee_ask', good).join()).toMatch(/agree_link/);
  });
  test('a rude one', () => {
    expect(messages('chase', good.replace('Is there', 'Your silence is unacceptable. Is there')).join()).toMatch(/G11/);
  });
  test('a claim that is only sometimes true', () => {
    expect(messages('chase', good.replace('Is there', 'I have another offer. Is there')).join()).toMatch(/E7/);
  });
});

describe('a user’s own copy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (text: string) => {
    mkdirSync(join(folder, 'letters', 'en'), { recursive: true });
    writeFileSync(join(folder, 'letters', 'en', 'chase.liquid'), text);
    return loadCatalogue(folder);
  };
  const chase = request({ step: 'chase', recipient: ONEILL, today: '2026-12-18', flags: { ask: 2 } });

  test('comes before the product’s', () => {
    const catalogue = write('Subject: Mine\n\n{{ greeting }}\n\nAny news?\n\n{{ closing }}');
    expect(composeLetter(chase, catalogue).subject).toBe('Mine');
    expect(composeLetter({ ...chase, language: 'de' }, catalogue).subject).not.toBe('Mine');
  });
  test('that cannot be parsed is listed, and the product’s is used', () => {
    const catalogue = write('Subject: Mine\n\n{% if %}');
    expect(catalogue.problems[0]?.file).toContain('chase.liquid');
    expect(composeLetter(chase, catalogue).subject).not.toBe('Mine');
  });
  test('that fails on the facts gives way to the product’s', () => {
    expect(composeLetter(chase, write('Subject: Mine\n\n{{ nobody }}')).subject).not.toBe('Mine');
  });
});

test('a language without a catalogue is written in English', () => {
  const letter = composeLetter(request({ language: 'fi' }));
  expect(letter.text).toMatch(/^Dear Dr Byrne,/);
});
